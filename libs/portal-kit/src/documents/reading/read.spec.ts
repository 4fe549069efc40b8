import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { docx, paragraph, point, run } from './documents.fixture';
import { read } from './read';

const of = (bytes: Buffer | string, name: string, mostCharacters = 100_000) => read({ bytes: Buffer.from(bytes), name, mostCharacters });
const heading = (level: number, text: string) => ({ kind: 'heading', level, text });
const words = (text: string) => ({ kind: 'paragraph', level: 0, text });
const change = (kind: string, inside: string) => `<w:${kind} w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z">${inside}</w:${kind}>`;
const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;

describe('a document of Word', () => {
  it('becomes headings and paragraphs, each point of a list one of its own', async () => {
    const file = await docx(
      paragraph(run('Clean Air Act'), 'T') +
        paragraph(run('Article 1'), 'H1') +
        paragraph(run('The air ') + run('is &lt;b&gt;clean&lt;/b&gt;. هواء')) +
        point('Cars', 1) +
        point('Stoves', 1) +
        point('Ships', 2),
    );
    expect(await of(file, 'act.docx')).toEqual({
      blocks: [
        heading(1, 'Clean Air Act'),
        heading(1, 'Article 1'),
        words('The air is <b>clean</b>. هواء'),
        words('1. Cars'),
        words('2. Stoves'),
        words('– Ships'),
      ],
      losses: {},
    });
  });

  it('keeps the letters, numerals and words with which lists number points, where they go on and where they begin anew', async () => {
    const level = (at: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const law = [level(0, 'lowerLetter', '(%1)'), level(1, 'lowerRoman', '%2.'), level(2, 'upperLetter', '%1-%3')];
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="27"/></w:lvlOverride>';
    const list = (id: number, kind: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${more}</w:num>`;
    const kind = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
    const numbering =
      kind(1, law.join('')) + kind(2, level(0, 'arabicAbjad', '%1)', '<w:start w:val="3"/>')) + kind(3, level(0, 'hebrew1', '%1.')) +
      kind(4, level(0, 'upperRoman', 'Article %1 –', '<w:pStyle w:val="A"/>')) +
      list(1, 1) + list(2, 1, anew) + list(3, 2) + list(4, 3) + list(5, 4);
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const at = (text: string, number: number, depth = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const article = '<w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
    const file = await docx(
      at('cars', 1) + at('old ones', 1, 1) + at('new ones', 1, 1) + at('big', 1, 2) + at('ships', 1) + at('small', 1, 1) +
        paragraph(run('And:')) + at('trains', 1) + at('trams', 2) + at('هواء', 3) +
        paragraph(run('Air.'), 'A') + paragraph(run('Sea.'), 'A') + at('x', 4),
      {
        'word/numbering.xml': `<w:numbering ${names}>${numbering}</w:numbering>`,
        'word/styles.xml': `<w:styles ${names}><w:style w:type="paragraph" w:styleId="A">${article}</w:style></w:styles>`,
      },
    );
    expect(await of(file, 'act.docx')).toEqual({
      blocks: [
        ...['(a) cars', 'i. old ones', 'ii. new ones', 'a-A big', '(b) ships', 'i. small', 'And:', '(c) trains', '(aa) trams', 'ج) هواء'],
        ...['Article I – Air.', 'Article II – Sea.', '1. x'],
      ].map(words),
      losses: { listNumbers: 1 },
    });
  });

  it('keeps numbers above and below the line apart from those on it, whether the run or its style says so; so do other files', async () => {
    const at = (text: string, how = 'superscript') => `<w:r><w:rPr><w:vertAlign w:val="${how}"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const styled = (text: string) => `<w:r><w:rPr><w:rStyle w:val="U"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const style = (id: string, inside: string) => `<w:style w:type="character" w:styleId="${id}">${inside}</w:style>`;
    const up = style('B', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>') + style('U', '<w:basedOn w:val="B"/>');
    const file = await docx(
      paragraph(run('10') + at('-') + at('6') + run(' m') + styled('2') + run(' of CO') + at('2', 'subscript')) +
        paragraph(run('Article 5') + at('1') + run(', the 4') + at('th') + run(', 1') + at('ère') + run(', a') + at('Q', 'subscript')) +
        paragraph(run('Air') + at('*') + '<w:r><w:rPr><w:rStyle w:val="U"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'),
      { 'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${up}</w:styles>` },
    );
    const law = ['10⁻⁶ m² of CO₂', 'Article 5¹, the 4ᵗʰ, 1^(ère), a_(Q)'];
    expect(await of(file, 'act.docx')).toMatchObject({ blocks: [...law, 'Air*[1]', '[1] As of 2024.'].map(words) });
    const [first, second] = [
      '10<sup>-6</sup> m<sup>2</sup> of CO<sub>2</sub>',
      'Article 5<sup>1</sup>, the 4<sup>th</sup>, 1<sup>ère</sup>, a<sub>Q</sub>',
    ];
    expect(await of(`${first}\n\n${second}`, 'act.md')).toEqual({ markdown: law.join('\n\n'), losses: {} });
    const row = '<tr><td>m<span style="vertical-align: super">2</span><td>10<sup>2<sup>3</sup></sup>';
    expect(await of(`<html><p>${first}<p>${second}<table>${row}</table>`, 'act.html')).toMatchObject({ blocks: [...law, 'm² | 10^(2³)'].map(words) });
    expect(await of('<html><sup>A<p>B<p>C', 'a.html')).toMatchObject({ blocks: ['A', 'B', 'C'].map(words) });
  });

  it('keeps what only the style of a paragraph raises, and names what is set higher by some distance, or whole', async () => {
    const set = (text: string, how: string) => `<w:r><w:rPr>${how}</w:rPr><w:t>${text}</w:t></w:r>`;
    const [on, higher] = ['<w:vertAlign w:val="baseline"/>', '<w:position w:val="6"/>'];
    const style = (id: string, type: string, inside: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${inside}</w:rPr></w:style>`;
    const styles = style('P', 'paragraph', '<w:vertAlign w:val="superscript"/>') + style('H', 'character', '<w:position w:val="-4"/>');
    const file = await docx(
      paragraph(set('10', on) + run('6') + set(' m', on), 'P') +
        paragraph(run('All of it'), 'P') +
        paragraph(run('10') + set('6', higher) + set('7', higher) + run(' H') + set('2', '<w:rStyle w:val="H"/>') + set('*', higher)) +
        paragraph(set('5', '<w:position w:val="0"/>') + set('1', `${higher}<w:vertAlign w:val="superscript"/>`)),
      { 'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>` },
    );
    expect(await of(file, 'act.docx')).toEqual({ blocks: ['10⁶ m', 'All of it', '1067 H2*', '5¹'].map(words), losses: { onLine: 3 } });
  });

  it('says what is left out and what is kept otherwise: notes, comments, changes, tables, pictures, formulas, margins', async () => {
    const picture = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>';
    const file = await docx(
      paragraph(`${run('The air')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`) +
        paragraph(run('It is ') + change('ins', run('very ')) + change('del', '<w:r><w:delText>not </w:delText></w:r>') + run('clean.')) +
        `<w:tbl><w:tr>${cell('Year')}${cell('Grams')}</w:tr><w:tr>${cell('2030')}${cell('20')}</w:tr></w:tbl>` +
        paragraph('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>') +
        paragraph(picture),
      { 'word/header1.xml': '<w:hdr><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>' },
    );
    expect(await of(file, 'act.docx')).toEqual({
      blocks: [words('The air[1]'), words('It is very clean.'), words('Year | Grams'), words('2030 | 20'), words('[1] As of 2024.')],
      losses: { changes: 2, comments: 1, notes: 1, tables: 1, formulas: 1, margins: 1 },
    });
  });

  it('keeps the words of fields, controls, tags, changes and frames, and names every passage that it does not read', async () => {
    const field = (text: string) => `<w:fldSimple w:instr=" REF a ">${run(text)}</w:fldSimple>`;
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const control = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const more = (choice: string, fallback: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(choice)}</mc:Choice>${fallback}</mc:AlternateContent></w:r>`;
    const formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>';
    const sign = '<w:r><w:sym w:font="Own" w:char="F001"/></w:r>';
    const merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>';
    const below = `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph(run('Below'))}</w:tc>`;
    const body =
      paragraph(run('See ') + field('Article 7') + run(' and ') + `<w:bdo w:val="ltr"><w:dir>${field('Article 8')}</w:dir></w:bdo>`) +
      control(control(paragraph(`<w:smartTag>${control(run('Tagged'))}</w:smartTag>${change('ins', field(' in'))}`))) +
      paragraph(more('Framed', `<mc:Fallback><w:pict><v:shape><v:textbox>${box('Framed')}</v:textbox></v:shape></w:pict></mc:Fallback>`)) +
      paragraph(run('Twice') + more('Twice', '') + sign + formula + change('moveFrom', run('From')) + change('moveTo', run(' to'))) +
      `<w:tbl><w:tr>${merged}${cell('A')}</w:tr><w:tr>${below}${cell('B')}</w:tr></w:tbl><w:p><w:own>${run('x')}${run('y')}</w:own></w:p>`;
    const names = '<w:body xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">';
    const whole = await JSZip.loadAsync(await docx(body));
    const part = (await whole.file('word/document.xml')!.async('string')).replace('<w:body>', names);
    expect(await of(await docx('', { 'word/document.xml': part }), 'act.docx')).toEqual({
      blocks: ['See Article 7 and Article 8', 'Tagged in', 'Framed', 'Twice to', '| A', '| B'].map(words),
      losses: { changes: 3, tables: 1, spans: 1, formulas: 1, unread: 4 },
    });
  });

  it('keeps nothing that Word hides, by itself or by a style, and says how many passages that were', async () => {
    const hidden = (text: string, how = '<w:vanish/>') => `<w:r><w:rPr>${how}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const was = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>';
    const within = `<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t><w:txbxContent>${paragraph(run('b'))}</w:txbxContent></w:r>`;
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="S"/></w:style>';
    const file = await docx(
      paragraph(run('The air ') + hidden('of the') + hidden(' minister ') + run('is clean.')) +
        paragraph(hidden('Not shown.', '<w:rStyle w:val="S"/>') + hidden('Shown.', '<w:vanish w:val="0"/>') + hidden(' And this.', was)) +
        paragraph(run('Nor this.'), 'P') +
        paragraph(within + run('Last.')),
      { 'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>` },
    );
    expect(await of(file, 'act.docx')).toEqual({
      blocks: ['The air is clean.', 'Shown. And this.', 'Last.'].map(words),
      losses: { hidden: 4 },
    });
  });

  it('names each passage that is struck through, once or twice, by itself or by a style', async () => {
    const set = (text: string, how: string) => `<w:r><w:rPr>${how}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const style = (id: string, inside: string) => `<w:style w:styleId="${id}">${inside}</w:style>`;
    const styles =
      style('S', '<w:rPr><w:dstrike/></w:rPr>') + style('P', '<w:basedOn w:val="S"/>') +
      style('N', '<w:basedOn w:val="S"/><w:rPr><w:dstrike w:val="0"/></w:rPr>');
    const file = await docx(
      paragraph(run('The ') + set('old', '<w:strike/>') + set(' fee ', '<w:dstrike/>') + set('one', '<w:strike w:val="0"/>')) +
        paragraph(set('5', '<w:rStyle w:val="S"/>') + set(' euros', '<w:rStyle w:val="N"/>')) +
        paragraph(run('Whole.') + set(' Not this.', '<w:dstrike w:val="0"/>'), 'P'),
      { 'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>` },
    );
    expect(await of(file, 'act.docx')).toEqual({
      blocks: ['The old fee one', '5 euros', 'Whole. Not this.'].map(words),
      losses: { struck: 3 },
    });
  });

  it('with a program in it, of another kind, or under another name is refused', async () => {
    const body = paragraph(run('Words'));
    expect(await of(await docx(body, { 'word/vbaProject.bin': 'x' }), 'act.docx')).toEqual({ unread: 'kind' });
    expect(await of(await docx(body, { '[Content_Types].xml': '<Types/>' }), 'act.docx')).toEqual({ unread: 'kind' });
    expect(await of(await docx(body), 'act.html')).toEqual({ unread: 'notAsNamed' });
    expect(await of(await docx(body), 'act')).toMatchObject({ blocks: [words('Words')] });
  });

  it('that names entities, from elsewhere or of its own, is refused', async () => {
    const outside = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document>&e;</w:document>';
    expect(await of(await docx('', { 'word/document.xml': outside }), 'act.docx')).toEqual({ unread: 'damaged' });
  });

  it('that has pictures, templates and frames elsewhere fetches none of them', async () => {
    const fetched: unknown[] = [];
    const server = createServer((socket) => void fetched.push(socket.destroy())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const schema = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const tie = (type: string) => `<Relationship Id="${type}" Type="${schema}/${type}" Target="${there}" TargetMode="External"/>`;
    const ties = ['image', 'attachedTemplate', 'frame', 'aFChunk', 'hyperlink'].map(tie).join('');
    const names = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
    const inside = `<a:graphicData><pic:pic ${names}><pic:blipFill><a:blip r:link="image"/></pic:blipFill></pic:pic></a:graphicData>`;
    const picture = `<w:r><w:drawing><wp:inline><a:graphic>${inside}</a:graphic></wp:inline></w:drawing></w:r>`;
    const file = await docx(paragraph(run('Words') + picture) + '<w:altChunk r:id="aFChunk"/>', {
      'word/_rels/document.xml.rels': `<Relationships xmlns="${schema.replace('officeDocument', 'package')}">${ties}</Relationships>`,
    });
    expect(await of(file, 'act.docx')).toMatchObject({ blocks: [words('Words')] });
    await once(server.close(), 'close');
    expect(fetched).toEqual([]);
  });

  it('that unpacks to far more than it says, or has too many parts or tags, is given up', async () => {
    expect(await of(await docx('', { 'word/document.xml': Buffer.alloc(40_000_000, 32) }), 'a.docx')).toEqual({ unread: 'tooMuch' });
    expect(await of(await docx('<w:p/>'.repeat(600_000)), 'a.docx')).toEqual({ unread: 'tooMuch' });
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`word/x${index}.xml`, '']));
    expect(await of(await docx('', many), 'a.docx')).toEqual({ unread: 'tooMuch' });
  });

  it('that is cut off or nested without end is called damaged', async () => {
    const whole = await docx(paragraph(run('Words')));
    expect(await of(whole.subarray(0, whole.length - 60), 'a.docx')).toEqual({ unread: 'damaged' });
    expect(await of(await docx('<w:ins>'.repeat(40_000) + '</w:ins>'.repeat(40_000)), 'a.docx')).toEqual({ unread: 'damaged' });
  });
});

describe('a page', () => {
  it('keeps the letters and Roman numerals of its lists', async () => {
    const page = '<html><ol type="a"><li>cars</li><li>ships</li></ol><ol type="I" start="4"><li>air</li></ol><ol type="?"><li>x</li></ol>';
    const blocks = ['a. cars', 'b. ships', 'IV. air', '1. x'].map(words);
    expect(await of(page, 'a.html')).toEqual({ blocks, losses: { listNumbers: 1 } });
    const down = '<html><ol reversed><li>x<ol><li>y</ol><li>z</ol><ol reversed start=9 type=i><li>x<li value=3>y<li>z</ol>';
    expect(await of(down, 'a.html')).toEqual({ blocks: ['2. x', '1. y', '1. z', 'ix. x', 'iii. y', 'ii. z'].map(words), losses: {} });
  });
  it('keeps the marks around what it quotes', async () => {
    const page = '<html><p>It means <q>a road, <q>b</q> or</q> a path.</p><table><tr><td>1<td><q>Air</q></table>';
    const blocks = ['It means “a road, ‘b’ or” a path.', '1 | “Air”'].map(words);
    expect(await of(page, 'a.html')).toMatchObject({ blocks });
  });
  it('becomes headings and paragraphs', async () => {
    const page =
      '<!doctype html><title>No text</title><h1>Act</h1><div>One<br>two<p>Three <b>and</b> four</div><ul><li>Five<ol start=7><li>Six' +
      '<li value=9>Nine</ol></ul><blockquote>Ten</blockquote>';
    expect(await of(page, 'act.html')).toEqual({
      blocks: [heading(1, 'Act'), ...['One two', 'Three and four', '– Five', '7. Six', '9. Nine', 'Ten'].map(words)],
      losses: {},
    });
  });

  it('runs nothing and hides nothing: scripts, styles, pictures, frames and fields are left out and named', async () => {
    const page =
      '<html><style>p{}</style><script>alert(1)</script><p onclick="x()">A<img src=x onerror=y><svg><script>z</script></svg>' +
      '<iframe src="//x">f</iframe><a href="javascript:x">link</a><noscript>n</noscript>' +
      '<del>old</del><ins>new</ins><s>struck</s><input value=v><p>&lt;script&gt;';
    expect(await of(page, 'a.htm')).toEqual({
      blocks: [words('Alinknewstruck'), words('<script>')],
      losses: { scripts: 1, pictures: 2, embedded: 2, links: 1, changes: 2, struck: 1 },
    });
  });

  it('keeps nothing that it hides, and says how many passages that were', async () => {
    const page =
      '<html><style>/* .a{display:none} */ .b, p.c{ color:red; DISPLAY : none } #d{visibility:hidden} @media print { .e{display:none} ' +
      '.f{display:none} } .g{font-size:0}</style><p>A<span style="display:none">x<b>y</b></span><p hidden>x<p class="n b">x<p class=c>x' +
      '<p id=d>x<p class=e>B<p class=f>C<p class=g>x<p style="mso-hide:all">x<p class=a>D';
    expect(await of(page, 'a.html')).toEqual({ blocks: ['A', 'B', 'C', 'D'].map(words), losses: { hidden: 7 } });
  });

  it('names what it strikes through, by a mark or by a style, what style sheets write, and how they number lists', async () => {
    const page =
      '<html><style>.a, p.b span.c{color:red;text-decoration : line-through} u{text-decoration-line:underline line-through} .d{' +
      'text-decoration:underline} h1::before{content:"Article "} li:after{content:" "} q:before{content:open-quote}</style>' +
      '<p>A<span style="text-decoration:Line-Through">1</span><s>2</s><i class=a>3</i><i class=c>4</i><u>5</u><i class=d>6</i>' +
      '<dialog><p>x</dialog><dialog open>y</dialog><ol style="list-style-type:upper-roman"><li>z</ol>' +
      '<ol style="list-style: georgian"><li>z</ol>';
    expect(await of(page, 'a.html')).toEqual({
      blocks: ['A123456', 'y', 'I. z', '1. z'].map(words),
      losses: { struck: 5, unread: 1, hidden: 1, listNumbers: 1 },
    });
  });

  it('leads nowhere: its base, its meta lines, its links to styles and what is loaded late are no text, and no part of it', async () => {
    const page =
      '<html><head><base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example">' +
      '<link rel=stylesheet href="//elsewhere.example/x.css"></head><body background="//elsewhere.example/b.png">' +
      '<p style="background:url(//elsewhere.example/c.png)">A<template><p>hidden</template><object data="//elsewhere.example">o</object>' +
      '<!-- no --><![CDATA[x]]><math><mtext><style><img src=x onerror=y></style></mtext></math>' +
      '<form action="//elsewhere.example"><p>B</form>';
    expect(await of(page, 'a.html')).toMatchObject({ blocks: [words('A'), words('B')], losses: { embedded: 1, formulas: 1 } });
  });

  it('that is laid out by a table of one cell keeps its paragraphs; rows of others become one each', async () => {
    const table = '<table><tr><td><p>A<p>B<table><tr><th>C<th>D</table></table>';
    expect(await of(`<html>${table}`, 'a.html')).toMatchObject({ blocks: [words('A'), words('B'), words('C | D')], losses: { tables: 2 } });
  });

  it('keeps what stands beside a cell that reaches over rows and columns in its column', async () => {
    const table =
      '<table><thead><tr><th rowspan=2>Engine<th colspan=2>Limit<th>Note<tr><th>2026<th>2030</thead><tbody><tr><td rowspan=0>Diesel<td>7' +
      '<td>5<td rowspan=2>all<tr><td>6<td>4<tr><td colspan="x">3</tbody><tr><td>a<td>b<tr><td colspan=4>whole</table>';
    expect(await of(`<html>${table}`, 'a.html')).toEqual({
      blocks: ['Engine | Limit | | Note', '| 2026 | 2030', 'Diesel | 7 | 5 | all', '| 6 | 4', '| 3', 'a | b', 'whole'].map(words),
      losses: { tables: 1, spans: 4 },
    });
    const wide = `<table>${'<tr><td colspan=65000 rowspan=65000>x<td>y'.repeat(4_000)}</table>`;
    const before = performance.now();
    expect(await of(`<html>${wide}`, 'a.html')).toHaveProperty('unread', 'tooLong');
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  const endless = ['<div>', '<b>', '<ul><li>', '<table><tr><td>', '<blockquote><a>'];
  it.each(endless)('nested without end in %s is read in bounded time', async (tag) => {
    const before = performance.now();
    expect(await of(`<html>${tag.repeat(50_000)}words`, 'a.html')).toMatchObject({ blocks: [expect.objectContaining({ kind: 'paragraph' })] });
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('of an older program is read in the code that it names', async () => {
    const page = Buffer.concat([Buffer.from('<html><meta charset=windows-1252><p>Pr'), Buffer.from([0xe9]), Buffer.from('ambule')]);
    expect(await of(page, 'a.html')).toMatchObject({ blocks: [words('Préambule')] });
    expect(await of(Buffer.from([0x41, 0xe9]), 'a.html')).toEqual({ unread: 'letters' });
  });
});

describe('a text in Markdown', () => {
  it('stays as it is, but for the head of other programs and for tables, whose rows become paragraphs', async () => {
    const text =
      '\ufeff---\ntitle: x\n---\n# Act\r\n\r\n1) The *air*\n\n| Year | Grams |\n|---|---|\n| 2030 | 20 |\n' +
      '![a](b) <b>c</b> [d](e)\n';
    const { markdown, losses } = (await of(text, 'act.md')) as { markdown: string; losses: object };
    expect(markdown.replace(/\n{2,}/g, '\n')).toBe('# Act\n1) The *air*\nYear | Grams\n2030 | 20\n![a](b) <b>c</b> [d](e)');
    expect(losses).toEqual({ above: 1, tables: 1, pictures: 1, tags: 2, links: 1 });
  });
  it('keeps rows of tables and lines of code apart, and drops the marks of what is struck', async () => {
    const text = '| What | Euro |\n|---|---|\n| Car | 5 |\n| Lorry | ~~50~~ |\n\n~~~\n# one *two*\nthree\n~~~\n\nThe ~~old\nfee~~ one';
    const { markdown, losses } = (await of(text, 'act.md')) as { markdown: string; losses: object };
    const parts = markdown.split(/\n{2,}/);
    expect(parts).toEqual(['What | Euro', 'Car | 5', 'Lorry | 50', '\\# one \\*two\\*', 'three', 'The old\nfee one']);
    expect(losses).toEqual({ tables: 1, struck: 2 });
  });

  it('has characters that are written by name as themselves, but in code, and as no marks', async () => {
    const text =
      'Art.&nbsp;5 &amp; 6, 5&#8364; &#x3c;b&gt; AT&T &foo; \\&amp; `&amp;`\n&#42;not&#42; &amp;nbsp;\n\n- &lsqb;a]&lpar;b)\n\n' +
      '| a\\|b&amp;amp; | &copy;&vert; |\n|---|---|\n| c | d |\n\n```\n&amp;\n```\n\n10<sup>&minus;6</sup> &#8238;x&#10;y';
    const { markdown, losses } = (await of(text, 'act.md')) as { markdown: string; losses: object };
    expect(markdown.split(/\n{2,}/)).toEqual([
      'Art.\u00a05 & 6, 5€ \\<b\\> AT&T &foo; \\&amp; `&amp;`\n\\*not\\* &nbsp;',
      ...['- \\[a](b)', 'a\\|b&amp; | ©\\|', 'c | d', '\\&amp\\;', '10⁻⁶ x y'],
    ]);
    expect(losses).toEqual({ tables: 1, turns: 1 });
  });

  it('loses the marks that turn words round or reach beyond their paragraph, and no others; so do other files', async () => {
    const text = 'a\u202ebc\u202c d\n\nThe \u2067الهواء\u2069 of\n\nx\u2066y\n\nb\u0007c';
    const shown = ['abc d', 'The \u2067الهواء\u2069 of', 'xy', 'bc'];
    expect(await of(text, 'a.md')).toEqual({ markdown: shown.join('\n\n'), losses: { turns: 3 } });
    const page = `<html>${text.split('\n\n').map((one) => `<p>${one.replace('\u0007', '')}`).join('')}`;
    expect(await of(page, 'a.html')).toEqual({ blocks: shown.map(words), losses: { turns: 3 } });
    expect(await of(await docx(paragraph(run('a\u202dbc'))), 'a.docx')).toEqual({ blocks: [words('abc')], losses: { turns: 1 } });
  });

  it('is told from other kinds by its bytes', async () => {
    expect(await of('<!doctype html><p>x', 'a.md')).toEqual({ unread: 'notAsNamed' });
    expect(await of('# Words', 'a.html')).toEqual({ unread: 'notAsNamed' });
    expect(await of('# Words', 'a.docx')).toEqual({ unread: 'notAsNamed' });
    for (const start of ['%PDF-1.7', '{\\rtf1', 'MZ\0\0']) expect(await of(start, 'a.md')).toEqual({ unread: 'kind' });
    expect(await of(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'a.md')).toEqual({ unread: 'kind' });
  });

  it('with raw HTML keeps it as words, and with lines made to take for ever is read in bounded time', async () => {
    const raw = '<script>alert(1)</script>\n\n<base href=//x><p onclick=y>A</p>\n\n[b](javascript:c)';
    expect(await of(raw, 'a.md')).toMatchObject({ markdown: raw });
    const before = performance.now();
    for (const part of ['a', '[', '*a **a ', '`', '> ', '![](', '<a ', 'ء\u064e']) {
      expect(await of(part.repeat(Math.floor(100_000 / part.length)), 'a.md')).toHaveProperty('markdown');
      expect(await of(part.repeat(1_000_000), 'a.md')).toEqual({ unread: 'tooLong', length: Array.from(part).length * 1_000_000 });
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('that is too long is refused with its length', async () => {
    expect(await of('🏛'.repeat(101), 'a.md', 100)).toEqual({ unread: 'tooLong', length: 101 });
  });
});
