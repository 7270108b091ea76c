/**
 * Words that the table of Taiwan's wording, made for the language of computers, gets wrong in official prose: 全局 as global,
 * and inside 國家安全局. From OpenCC's Traditional; in the form of `from-simplified.ts`.
 */
export const TAIWAN_WORDING = `
全局 → 全局 | 党发挥总揽全局、协调各 | 高举中国特色社会主义伟大旗帜 为全面建设社会主义现代化国家而团结奋斗 (二十大) | 2022
`;
