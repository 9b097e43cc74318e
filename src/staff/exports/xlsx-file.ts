import { Zip, ZipDeflate } from 'fflate';
import { cellText } from './spreadsheet-text.ts';
import type { Row } from './export-table.ts';
import type { TableFile } from './table-file.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A table as a workbook of one sheet (ECMA-376): every cell an inline string under the text format, so that no spreadsheet ever reads
 * a formula, a number or a date in it, nor makes one when somebody edits the cell.
 */
export function xlsxFile(header: Row, sheet: string): TableFile {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((fault, data) => {
    if (fault !== null) throw fault;
    pieces.push(new Uint8Array(data));
  });
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(parts(sheet))) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(encoder.encode(declaration + text), true);
  }
  const part = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(part);
  let written = 0;
  const write = (rows: readonly Row[]) => rows.map((row) => rowXml(row, (written += 1))).join('');
  part.push(encoder.encode(`${declaration}<worksheet xmlns="${main}"><sheetData>${write([header])}`));
  return {
    add: (rows) => part.push(encoder.encode(write(rows))),
    end: () => {
      part.push(encoder.encode('</sheetData></worksheet>'), true);
      zip.end();
      return new Blob(pieces, { type: `${types}.sheet` });
    },
  };
}

function parts(sheet: string): Readonly<Record<string, string>> {
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${types}.${kind}+xml"/>`;
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
      `<sheet name="${xmlText(sheet.replaceAll(/[\\/*?:[\]']/g, ' ').slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packages}/relationships">` +
      `${link(1, 'worksheet', 'worksheets/sheet1.xml')}${link(2, 'styles', 'styles.xml')}</Relationships>`,
    // Number format 49 is text (ECMA-376 part 1, §18.8.30).
    'xl/styles.xml':
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
      `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
      `<cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
  };
}

function rowXml(row: Row, number: number): string {
  const cells = row.map((value) => `<c s="1" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** `_x0041_` in a cell means a character (ECMA-376 part 1, §22.9.2.19); what a guest wrote means itself. */
function xmlText(text: string): string {
  return cellText(text)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
