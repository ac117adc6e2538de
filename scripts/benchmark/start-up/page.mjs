// @ts-check

/** How many sections the long page has. */
const SECTIONS = 40

const TEXT =
  'The service runs in three regions, and each of them keeps its own logs for thirty days. ' +
  'A team can add members, set what each of them may see, and export a report at any time.'

const HEADER = '<header><h1>A page of a site</h1><nav><a href="/privacy">Privacy</a></nav></header>'

const LONG = Array.from({ length: SECTIONS }, (_, at) => `<h2>Section ${at + 1}</h2><p>${TEXT}</p>`)

/** The content of the short page, on which a banner may be the largest paint. */
const SHORT = Array.from({ length: 3 }, () => `<p>${TEXT}</p>`)

/** @typedef {Partial<Pick<import('./tools.mjs').Tool, 'head' | 'body'>>} Markup */

/**
 * Returns the page, with the markup of a tool.
 *
 * @param {Markup} tool An empty object gives the page without a tool.
 * @param {{ isShort?: boolean, probe?: string }} [kind] `probe` is the source of an inline
 *   script at the start of the page.
 */
export const pageWith = ({ head = '', body = '' }, { isShort = false, probe = '' } = {}) =>
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    ${probe && `<script>${probe}</script>`}
    ${head}
    <title>Benchmark</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
  </head>
  <body>
    ${HEADER}
    <main>
      ${(isShort ? SHORT : LONG).join('\n      ')}
    </main>
    ${body}
  </body>
</html>
`
