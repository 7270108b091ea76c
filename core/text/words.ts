/** Made when the first text is cut: it reads its dictionary for milliseconds, which the start of a thread must not wait for. */
let segmenter: Intl.Segmenter | undefined;

/** A piece of a text as the runtime's dictionary cuts it; `index` is its UTF-16 offset. */
export type WordSegment = Intl.SegmentData;

/** The words of a Chinese text and what stands between them, in order, worked out as they are asked for (ICU's dictionary, UAX 29). */
export function wordsIn(text: string): Iterable<WordSegment> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}
