import { TOKENIZER_VERSION } from './tokenize.ts';

/**
 * Names the character classes of core/script: a hash over what every stable character folds to. To work it out at each start
 * takes longer than a search; a test does, and tells what is to stand here after OpenCC or the reviewed pairs have changed.
 */
const CHARACTER_CLASSES = 'd8e2db1f';

/**
 * Names what an index was made with: tokenizer and character classes. An index of another fingerprint is of no use, since
 * equal texts fold to other tokens.
 */
export const INDEX_FINGERPRINT = `${TOKENIZER_VERSION}-${CHARACTER_CLASSES}`;
