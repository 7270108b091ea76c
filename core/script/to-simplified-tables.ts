/** In one module, so that few files are read for a text that is to be Simplified. */
export { configs } from 'opencc-js/preset/t2cn';
export { default as traditionalToSimplified } from 'opencc-js/dict/TSCharacters';
export { default as taiwanVariantsReversed } from 'opencc-js/dict/TWVariantsRev';
export { default as hongKongVariantsReversed } from 'opencc-js/dict/HKVariantsRev';
export { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } from './overrides/to-simplified.ts';
