/** Longer texts are not kept beside their answer: they are rare, and their memory is worth more. */
const MOST_UNITS = 1 << 20;

/**
 * A pure function of a text (and what else it takes) that keeps its last answer: rules ask the same of one text one after the
 * other. Who gets an answer must not change it.
 */
export function keepingLast<Rest extends readonly string[], Answer>(
  work: (text: string, ...rest: Rest) => Answer,
): (text: string, ...rest: Rest) => Answer {
  let last: { readonly text: string; readonly rest: Rest; readonly answer: Answer } | undefined;
  return (text, ...rest) => {
    if (last?.text === text && rest.every((one, at) => one === last?.rest[at])) return last.answer;
    const answer = work(text, ...rest);
    last = text.length > MOST_UNITS ? undefined : { text, rest, answer };
    return answer;
  };
}
