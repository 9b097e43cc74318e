import * as z from 'zod/mini';

/** Where and how to serve. `publicUrl` null: the address the server really listens on. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string | null;
  /** False: phones and tablets are told to remove the worker they have. */
  readonly serviceWorkers: boolean;
}

const explanations = {
  PORT: 'PORT must be a whole number from 0 to 65535 (0 takes any free port).',
  HOST: 'HOST must be the address to listen on, such as 127.0.0.1 or 0.0.0.0.',
  DATA_DIR: 'DATA_DIR must be the folder for the database, such as ./data.',
  SERVICE_WORKERS: 'SERVICE_WORKERS must be on or off; off makes phones and tablets remove a worker that is broken.',
  PUBLIC_URL: 'PUBLIC_URL must be the address guests type, such as https://foyer.example, without a path.',
} as const;

const environmentSchema = z.object({
  PORT: z.prefault(
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((text) => Number(text) <= 65_535),
    ),
    '8080',
  ),
  HOST: z.prefault(z.string().check(z.regex(/^[\w.:-]+$/)), '127.0.0.1'),
  DATA_DIR: z.prefault(z.string().check(z.trim(), z.minLength(1)), './data'),
  SERVICE_WORKERS: z.prefault(z.enum(['on', 'off']), 'on'),
  PUBLIC_URL: z.optional(z.string().check(z.refine(isOrigin))),
});

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

/** Thrown with one line per wrong variable. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** Reads the environment. An empty variable counts as unset. Throws ConfigInvalid. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => path[0]));
    const lines = Object.entries(explanations).filter(([name]) => names.has(name));
    throw new ConfigInvalid(lines.map(([, line]) => line).join('\n'));
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, SERVICE_WORKERS } = parsed.data;
  return {
    port: Number(PORT),
    host: HOST,
    dataDir: DATA_DIR,
    publicUrl: PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL).origin,
    serviceWorkers: SERVICE_WORKERS === 'on',
  };
}
