// @ts-check

const PARAGRAPHS = 40

const TEXT =
  'The service runs in three regions, and each of them keeps its own logs for thirty days. ' +
  'A team can add members, set what each of them may see, and export a report at any time.'

/**
 * Returns the page into which every tool is inserted.
 *
 * @param {Partial<Pick<import('./tools.mjs').Tool, 'head' | 'body'>>} tool An empty object gives
 *   the page without a tool.
 */
export const pageWith = ({ head = '', body = '' }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    ${head}
    <title>Benchmark</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <header><h1>A page of a site</h1><nav><a href="/">Start</a> <a href="/privacy">Privacy</a></nav></header>
    <main>
      ${Array.from({ length: PARAGRAPHS }, (_, at) => `<h2>Section ${at + 1}</h2><p>${TEXT}</p>`).join('\n      ')}
    </main>
    ${body}
  </body>
</html>
`
