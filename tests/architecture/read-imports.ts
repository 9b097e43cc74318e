import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { projectFolder } from '../tools/project-folder.ts';

export interface Import {
  /** Path from the project's folder. */
  file: string;
  /** What the source says, or undefined where a dynamic import's target is computed. */
  specifier: string | undefined;
  /** For relative specifiers, the path from the project's folder. */
  target: string | undefined;
  /** A barrel is a re-export from a file that has nothing of its own, or of everything another file has. */
  kind: 'import' | 'barrel' | 'dynamic';
}

/** Every import of every source file under `folder`, dynamic ones and types included. */
export function readImports(folder: string): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: join(projectFolder, folder) }).flatMap((name) =>
    importsOf(join(folder, name), readFileSync(join(projectFolder, folder, name), 'utf8')),
  );
}

/** The same for one file's text. */
export function importsOf(file: string, code: string): Import[] {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0)
    throw new Error(`${file} cannot be parsed: ${errors.map((error) => error.message).join(', ')}`);
  const exported = module.staticExports.flatMap((one) => one.entries);
  const ownExports = exported.some((entry) => entry.moduleRequest === null);
  const found: { specifier: string | undefined; kind: Import['kind'] }[] = [
    ...module.staticImports.map((one) => ({ specifier: one.moduleRequest.value, kind: 'import' as const })),
    ...exported.flatMap(({ moduleRequest, importName }) =>
      moduleRequest === null
        ? []
        : [
            {
              specifier: moduleRequest.value,
              kind: importName.kind.startsWith('All') || !ownExports ? ('barrel' as const) : ('import' as const),
            },
          ],
    ),
    ...module.dynamicImports.map((one) => ({
      specifier: literal(code.slice(one.moduleRequest.start, one.moduleRequest.end)),
      kind: 'dynamic' as const,
    })),
  ];
  return found.map(({ specifier, kind }) => ({
    file,
    specifier,
    kind,
    target: specifier?.startsWith('.') === true ? relative('.', join(dirname(file), specifier)) : undefined,
  }));
}

/** 'hono/cors' → 'hono'; '@hpke/core/x' → '@hpke/core'; 'node:fs' → 'node:'. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function literal(source: string): string | undefined {
  return /^(['"`])([^'"`$\\]*)\1$/.exec(source.trim())?.[2];
}
