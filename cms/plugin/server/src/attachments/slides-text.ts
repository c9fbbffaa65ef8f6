import type { ExtractedText } from './extracted-text.ts';
import { OfficePackage } from './office-package.ts';
import { runsIn } from './xlsx-text.ts';

/** The text of slides and of their notes. */
export function pptxText(bytes: Buffer): ExtractedText {
  const slides = new OfficePackage(bytes);
  const partsOf = (form: RegExp, label: (number: string) => string) =>
    slides.namesOf(form).map((name) => ({
      part: label(/(\d+)\.xml$/.exec(name)?.[1] ?? ''),
      text: runsIn(slides.xmlOf(name) ?? '', ['t', 'text']),
    }));
  const comments = partsOf(/^ppt\/comments\/[^/]+\.xml$/, () => '批注');
  const hasComments = comments.some(({ text }) => text.trim() !== '');
  return {
    parts: [
      ...partsOf(/^ppt\/slides\/slide\d+\.xml$/, (number) => `第 ${number} 张幻灯片`),
      ...partsOf(/^ppt\/notesSlides\/notesSlide\d+\.xml$/, (number) => `备注 ${number}`),
      ...comments,
    ],
    notes: hasComments ? [{ rule: 'comments_kept', part: '批注', found: '' }] : [],
  };
}

/** The text of an OFD document (GB/T 33190-2016), page by page. */
export function ofdText(bytes: Buffer): ExtractedText {
  const document = new OfficePackage(bytes);
  const pages = document.namesOf(/\/Pages\/[^/]+\/Content\.xml$/i);
  return {
    parts: pages.map((name, index) => ({
      part: `第 ${index + 1} 页`,
      text: runsIn(document.xmlOf(name) ?? '', ['TextCode']),
    })),
    notes: [],
  };
}
