import { AlignmentType, LevelFormat } from 'docx';

const font = 'Arial';
const black = '000000';

/** The default look of text: Arial 10.5, headings bold and black. */
export const textStyles = {
  default: {
    document: {
      run: { font, size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: {
      run: { font, size: 32, bold: true, color: black },
      paragraph: { spacing: { before: 60, after: 160 } },
    },
    heading1: {
      run: { font, size: 24, bold: true, color: black },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 21, bold: true, color: black },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
};

/** Tables have named styles: a case has thousands of table lines, and each would otherwise carry its own formatting. */
export const paragraphStyles = [
  paragraphStyle('FormLabel', { size: 19, bold: true }, { spacing: { after: 0 }, keepNext: true }),
  paragraphStyle('FormLastLabel', { size: 19, bold: true }, { spacing: { after: 0 } }),
  paragraphStyle('FormValue', { size: 19 }, { spacing: { after: 0 } }),
  paragraphStyle('FormBlank', { size: 19 }, { spacing: { before: 120, after: 120 } }),
  paragraphStyle('FormCaption', { bold: true }, { spacing: { before: 80, after: 60 }, keepNext: true }),
  paragraphStyle('TableHead', { size: 18, bold: true }, { spacing: { after: 0 }, keepNext: true }),
  paragraphStyle('TableCell', { size: 18 }, { spacing: { after: 0 } }),
  paragraphStyle('TableBlank', { size: 18 }, { spacing: { before: 180, after: 180 } }),
  paragraphStyle('PenLine', {}, { spacing: { before: 200, after: 0 } }),
  paragraphStyle('Signature', {}, { spacing: { before: 360, after: 120 } }),
  // Word needs a paragraph between two tables; this one is small so that it does not begin a page of its own.
  paragraphStyle('AfterForm', { size: 2 }, { spacing: { after: 160 } }),
];

function paragraphStyle(
  id: string,
  run: { readonly size?: number; readonly bold?: boolean },
  paragraph: {
    readonly spacing: { readonly before?: number; readonly after: number };
    readonly keepNext?: boolean;
  },
) {
  return { id, name: id, basedOn: 'Normal', run, paragraph };
}

/** Bullets of lists, and the numbers of numbered paragraphs. */
export const numbering = {
  config: [
    level('list', LevelFormat.BULLET, '•', { left: 400, hanging: 260 }),
    level('numbered', LevelFormat.DECIMAL, '%1.', { left: 560, hanging: 560 }),
  ],
};

function level(
  reference: string,
  format: (typeof LevelFormat)['BULLET' | 'DECIMAL'],
  text: string,
  indent: { readonly left: number; readonly hanging: number },
) {
  const style = { paragraph: { indent } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style }] };
}
