import { expect, test } from 'vitest'
import { readCorpus } from './corpora/read-corpus.mjs'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36'

/** A text in each format. */
const FORMATS = {
  'uap-core': `test_cases:\n  - user_agent_string: '${CHROME}'\n    family: 'Chrome'\n    major: '142'`,
  'device-detector': `-\n  user_agent: ${CHROME}\n  os:\n    name: GNU/Linux\n  client:\n    type: browser\n    name: Chrome\n`,
  bowser: `Chrome:\n  -\n    ua: "${CHROME}"\n    spec:\n      browser:\n        name: "Chrome"\n`,
  'ua-parser-js': `[{\n  "desc" : "x",\n  "ua" : "${CHROME}",\n  "expect" :\n  {\n    "name" : "Chrome",`,
  yauaa: `- test:\n    input:\n      User-Agent     : '${CHROME}'\n    expected:\n      AgentName      : 'Chrome'\n`,
  browscap: `return [\n    'issue-1' => [\n        'ua' => '${CHROME}',\n        'properties' => [\n            'Browser' => 'Chrome',\n`,
  'inapp-spy': `CHROME: [\n  {\n    useragents: [\n      "${CHROME}",\n    ],\n`,
  'our own lists': `{ "strings": {\n      "chrome": [\n        "${CHROME}"\n      ]\n`,
}

test.each(Object.entries(FORMATS))(
  'label and user agent are read from the format of %s',
  (_, text) => {
    expect(readCorpus(text)).toEqual([
      { label: expect.stringMatching(/^chrome$/i), userAgent: CHROME, brands: [] },
    ])
  },
)

test('the brands of the client hints are read together with the user agent', () => {
  const hints = `Sec-CH-UA: '"Chromium";v="142", "Whale";v="4"'`
  const text = `-\n  user_agent: ${CHROME}\n  headers:\n    ${hints}\n  client:\n    type: browser\n    name: Whale\n`
  expect(readCorpus(text)[0]?.brands).toEqual([{ brand: 'Chromium' }, { brand: 'Whale' }])
})

test('a text in no known format gives no user agents', () => {
  for (const text of ['', '{}', '# user agents', 'client:\n  name: Chrome'])
    expect(readCorpus(text)).toEqual([])
})
