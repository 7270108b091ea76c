// The smallest Electron program that shows a window: what Zhupi's start, pages and memory are held against.
'use strict';

const { app, BrowserWindow } = require('electron');
const path = require('node:path');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 880 });
  void window.loadFile(path.join(__dirname, 'empty.html'));
});
app.on('window-all-closed', () => app.quit());
