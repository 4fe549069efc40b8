import JSZip from 'jszip';

const wordNames = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inside: string, style?: string) =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;
export const point = (text: string, list: 1 | 2) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const list = (id: number, kind: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${kind}"/></w:lvl></w:abstractNum>`;
const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;

/**
 * A document as Word writes it, with styles, two lists (1 numbered, 2 with dots) and a footnote 2.
 * @param more further parts of the file
 */
export function docx(body: string, more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  const zip = new JSZip();
  const types = ['document.main', 'styles', 'numbering', 'footnotes', 'comments'].map(
    (part) => `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="${word}.${part}+xml"/>`,
  );
  const related = ['styles', 'numbering', 'footnotes', 'comments'].map(
    (part) => `<Relationship Id="r-${part}" Type="${office}/${part}" Target="${part}.xml"/>`,
  );
  const relationships = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': relationships(related.join('')),
    'word/document.xml': `<w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${wordNames}>${style('H1', 'heading 1')}${style('H2', 'heading 2')}${style('T', 'Title')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${wordNames}>${list(1, 'decimal')}${list(2, 'bullet')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${wordNames}>${note(2, 'As of 2024.')}</w:footnotes>`,
    'word/comments.xml': `<w:comments ${wordNames}><w:comment w:id="0" w:author="A">${paragraph(run('Really?'))}</w:comment></w:comments>`,
    ...more,
  };
  for (const [name, part] of Object.entries(parts)) zip.file(name, part);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
