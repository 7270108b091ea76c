// Loaded into a program before its own script: tells on stdout when its first page is ready, without a debugger that
// would slow both sides. ZHUPI_BENCH_READY is an expression that the page answers true to.
'use strict';

const { app } = require('electron');

const ready = process.env['ZHUPI_BENCH_READY'];
const script = `new Promise((resolve) => {
  const look = () => requestAnimationFrame(() => {
    if (!(${ready})) return look();
    requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
  });
  look();
})`;

let asked = false;
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    if (asked) return;
    asked = true;
    const time = await contents.executeJavaScript(script);
    process.stdout.write(`ready ${time}\n`);
  });
});
