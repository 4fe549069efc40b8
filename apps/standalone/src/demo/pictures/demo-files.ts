import type { ApiClient } from '@isegoria/api-client';
import { addFile, type AttachFile } from '@isegoria/contracts';
import { pictureOf, type DemoPicture } from './demo-pictures';

export interface DemoDocument {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Adds a picture of the demo for a consultation of this unit. */
export async function addPicture(office: ApiClient, name: DemoPicture, alt: string, unit: string): Promise<AttachFile> {
  const content = (await pictureOf(name)).toString('base64');
  const { id: file } = await office.do(addFile, { unit, name: `${name}.png`, alt, content }, { idempotencyKey: `demo picture ${name}` });
  return { file, alt };
}

export async function addDocument(office: ApiClient, { name, lines }: DemoDocument, unit: string): Promise<AttachFile> {
  const content = pageOf(lines).toString('base64');
  const { id: file } = await office.do(addFile, { unit, name: `${name}.pdf`, content }, { idempotencyKey: `demo document ${name}` });
  return { file, name };
}

/** One page of plain text as PDF (ISO 32000-1): the first line is its title. Words are ASCII, in a font that every reader has. */
export function pageOf([title = '', ...lines]: readonly string[]): Buffer {
  const written = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;
  const words = [
    'BT /F1 20 Tf 72 760 Td',
    `${written(title)} Tj /F1 11 Tf 0 -14 Td`,
    ...lines.map((text) => `0 -18 Td ${written(text)} Tj`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
