import { escapeXml } from '../../ui/escape-xml.ts';
import type { Drawing } from './poster-drawing.ts';

/** The fonts of the screens, as a file names them. */
export const drawingFont =
  "system-ui, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans', sans-serif";

/** Song type for Chinese headings, where the system has it. */
export const songFont = "'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, serif";

/** A drawing as a file of its own, in millimetres. Text stays text; letters come from the reader's system. */
export function drawingSvg({ width, height, shapes }: Drawing, title: string): string {
  const parts = shapes.map((shape) => {
    if (shape.kind === 'path') {
      const paint =
        shape.strokeWidth === null
          ? `fill="${shape.colour}"`
          : `fill="none" stroke="${shape.colour}" stroke-width="${shape.strokeWidth}" stroke-linecap="round" stroke-linejoin="round"`;
      return `<path transform="translate(${shape.x} ${shape.y}) scale(${shape.scale})" d="${shape.d}" ${paint}/>`;
    }
    const language = shape.language === null ? '' : ` xml:lang="${shape.language}"`;
    const song = shape.song === true ? ` font-family="${songFont}"` : '';
    return (
      `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.bold ? 700 : 400}" ` +
      `text-anchor="${shape.anchor}" fill="${shape.colour}"${song}${language}>${escapeXml(printable(shape.text))}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${drawingFont}"><title>${escapeXml(printable(title))}</title>${parts.join('')}</svg>`
  );
}

/** XML has no way to write most control characters; nobody misses them on a poster. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
