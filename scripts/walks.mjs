// Prints the files of eight walks through the code. `--ways` prints the functions of each way, too;
// `--write` writes the files into packages/README.md.
//
// A walk has each file of which the code passes a function on the shortest ways of calls from the
// first station to each other one, and, at a station with a `*`, on all ways of calls from there.
// Stations are the steps and effects of the walk, also what is only stored or prepared for its end;
// types and tables of constants have no functions, and `LEFT_OUT` is left out.

import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileOf, isArgument, isCode, nameOf, readCallGraph } from './lib/call-graph.mjs'

/** @typedef {import('./lib/call-graph.mjs').Code} Code */

export const README = new URL('../packages/README.md', import.meta.url)

/** What several walks need, the presets, or what only developers and tests see. */
const LEFT_OUT = /src\/(shared|options|words|services|testing|inventory\/check)\b/

/** The largest number of files of a walk. */
const MOST = 14

/**
 * The walks: a name, the stations, and the largest number of files where that is more than `MOST`.
 * A station is a file and a function in it, with `()` for a callback in this function. `*` adds all
 * that the function calls, except its arguments and the subscribers of stores. `+` begins a new way
 * of calls, because data leads there.
 *
 * @type {readonly (readonly [name: string, stations: string, most?: number])[]}
 */
const WALKS = [
  [
    'A click on Reject until silence',
    `create-banner answer, start-view decide, page-state decide,
    record nextRecord, record decodeRecord, cookie-storage write,
    history add*, state consentState*, record isSame, gate onState,
    create-store isGranted, service stop, google-tag stop, rules blockService, silence muteTag,
    before-start answerOptOut, silence filterEvents, before-start setPush, silence startConsentMode()*,
    rules register*`,
  ],
  [
    'An inserted tag until it is blocked',
    `intercept call, intercept-insertions inserting(), block-element blockElement,
    start-interceptors missingGrant, start-blocked-markup missingGrantForNew,
    rules missingGrantOf, ledger note, page-state refresh, read-record readRecord`,
  ],
  [
    '`data-ga` until its rule blocks',
    `tag, tag-options readAttributes, google-analytics googleAnalytics, google-tag googleTag,
    start-tag npmConsent, page-state createPageState, service attach, rules register*,
    before-start holdEntries*, before-start switchOff,
    start-blocked-markup startBlockedMarkup, intercept intercept`,
  ],
  [
    'Accept until the tag is requested (the record is stored as after Reject)',
    `create-banner answer, start-view decide, page-state decide,
    state consentState, gate onState, create-store isGranted, service startGranted,
    before-start hasOptedOut, google-tag startTag, start-google startGoogle, silence unmuteTag,
    silence dropEvents, silence startConsentMode*, rules unblockService,
    set-address setAddress`,
  ],
  [
    'A cookie until `isGranted` answers',
    `create-store createStore, page-state readInputs, read-record readRecord, cookie-storage read,
    record decodeRecord, record grants, history contradicts,
    record isSame, ports readSignals*, page-lifecycle isPrerendered, state consentState*,
    create-store isGranted`,
  ],
  [
    'A declaration until the banner shows its facts',
    `load-ui startUi, load-view look, start-tag-view startTagView, load-words loadWords*,
    start-view draw, create-banner createBanner, banner-content bannerContent*,
    in-words countryName, elements drawFacts*`,
  ],
  [
    'A declaration until a section of a policy page shows its facts',
    `load-ui startUi, load-view look, start-view draw, start-parts drawParts, create-page-blocks draw,
    create-page-blocks loadSections, create-sections createSections*,
    create-page-blocks contentOf, create-sections draw, section-of sectionOf*, elements drawTree*,
    h h`,
  ],
  [
    'A request that the audit sees until the verdict of its rule',
    `hold-requests holdRequests(), collector-of collectorOf*, recording notePaused, +audit playPage,
    play-phase playPhase, recording seenRequest, +judge judge, without-grant createRule(),
    seen-in breachesIn, asked-for askedFor, rule conclude, group-by groupBy, asked-for tagOf`,
  ],
]

const graph = readCallGraph(['packages/consent/src', 'packages/audit/src'])
const all = [...new Set([...graph].flatMap(([from, to]) => [from, ...to]))].filter(isCode)

/**
 * Returns the code that code leads to, with or without arguments and subscribers.
 *
 * @param {Code} code @param {boolean} [isNarrow] @returns {readonly Code[]}
 */
const leadsTo = (code, isNarrow) => {
  const found = new Set(graph.get(code))
  for (const place of found) {
    if (isCode(place) ? LEFT_OUT.test(fileOf(place)) : isNarrow && isArgument(place))
      found.delete(place)
    else if (!isCode(place)) for (const one of graph.get(place) ?? []) found.add(one)
  }
  return [...found].filter(isCode)
}

/** @param {string} station @returns {readonly [Code, ...Code[]]} */
const codeAt = station => {
  const [, file = '', name = ''] = /^\+?(\S+) ?(.*?)\*?$/.exec(station) ?? []
  const [first, ...more] = all.filter(
    code => nameOf(code) === name && fileOf(code).endsWith(`/${file}`),
  )
  if (!first) throw new Error(`No function "${station}". Change the table in scripts/walks.mjs.`)
  return [first, ...more]
}

/**
 * Returns the code on the shortest way to a station from code that was passed.
 *
 * @param {ReadonlySet<Code>} passed @param {string} station @returns {readonly Code[]}
 */
const wayTo = (passed, station) => {
  const ends = codeAt(station)
  if (!passed.size || station.startsWith('+')) return [ends[0]]
  /** @type {Map<Code, readonly Code[]>} */
  const ways = new Map([...passed].map(code => [code, [code]]))
  const files = new Set([...passed].map(fileOf))
  // Of ways of one length, one through files that were passed comes first, then the one from the
  // code that was passed last.
  /** @param {Code} code */
  const rank = code => (files.has(fileOf(code)) ? 0 : 1)
  for (
    let level = [...passed].reverse();
    level[0];
    level.sort((one, other) => rank(one) - rank(other))
  ) {
    const end = level.find(code => ends.includes(code))
    if (end) return ways.get(end) ?? []
    level = level.flatMap(code =>
      leadsTo(code).filter(to => !ways.has(to) && ways.set(to, [...(ways.get(code) ?? []), to])),
    )
  }
  throw new Error(`No call leads to "${station}". Change the table in scripts/walks.mjs.`)
}

/** @param {string} stations */
const filesOf = stations => {
  /** @type {Set<Code>} */
  const passed = new Set()
  for (const station of stations.split(/,\s+/)) {
    const way = wayTo(passed, station)
    if (process.argv.includes('--ways'))
      console.log(...way.map(code => `> ${basename(fileOf(code))} ${nameOf(code)}`))
    const called = new Set(way.slice(-1))
    if (station.endsWith('*'))
      for (const code of called) for (const to of leadsTo(code, true)) called.add(to)
    for (const code of [...way, ...called]) passed.add(code)
  }
  return [...new Set([...passed].map(code => fileOf(code).replace(/.*?src\//, '')))]
}

/** The walks, each with its files from the folder `src`, and the largest number of its files. */
export const walks = WALKS.map(([name, stations, most = MOST]) => ({
  ...{ name, most },
  files: filesOf(stations),
}))

const lines = walks.map(
  ({ name, files }) =>
    `- **${name}** (${files.length} files): ${files.map(file => `\`${file}\``).join(', ')}.\n`,
)

/** The text of packages/README.md with the walks. */
export const readme = readFileSync(README, 'utf8').replace(
  /(?<=<!-- walks -->\n)[\s\S]*?(?=<!-- \/walks -->)/,
  () => lines.join(''),
)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(lines.join(''))
  if (process.argv.includes('--write')) writeFileSync(README, readme)
}
