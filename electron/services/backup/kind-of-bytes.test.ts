import { expect, test } from 'vitest';
import { makeDocx, wordParagraph } from '../importers/formats/fixtures/make-files.ts';
import { kindOfBytes } from './kind-of-bytes.ts';

test.each([
  ['.docx', makeDocx(wordParagraph('工作报告'))],
  ['.epub', 'PK\u0003\u0004........mimetypeapplication/epub+zip'],
  ['.pdf', '%PDF-1.7\n'],
  ['.mht', 'From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'],
  ['.html', '\uFEFF<?xml version="1.0"?>\n<!-- 说明 -->\n<!DOCTYPE html><html>'],
  ['.html', Buffer.from('<html><body>报告', 'utf16le')],
  ['.md', '# 报告\n正文'],
  ['.md', '---\ntitle: 报告\n---\n正文'],
  ['.txt', '工作报告\n<html> 是一种格式'],
  ['.txt', ''],
])('knows %s by its bytes', (kind, content) => {
  expect(kindOfBytes(Buffer.from(content as string))).toBe(kind);
});
