/** In one module, so that one file is read for all of them. */
export { default as simplifiedToTraditional } from 'opencc-js/dict/STCharacters';
export { default as traditionalToSimplified } from 'opencc-js/dict/TSCharacters';
export { default as taiwanVariants } from 'opencc-js/dict/TWVariants';
export { default as hongKongVariants } from 'opencc-js/dict/HKVariants';
export { default as taiwanVariantsReversed } from 'opencc-js/dict/TWVariantsRev';
export { default as hongKongVariantsReversed } from 'opencc-js/dict/HKVariantsRev';
