// @ts-check
// Writes the table of cookie names that the audit knows, from a copy of the Open Cookie Database
// (Apache-2.0). Run it after the database has changed:
//
//   node scripts/collector-cookies.mjs open-cookie-database.csv
//
// The file: https://github.com/jkwakman/Open-Cookie-Database
//
// A wrong name in the table would accuse a site that behaves. The table therefore has only names
// of the platforms below, and of these only names that no other site would choose by chance.

import { readFileSync, writeFileSync } from 'node:fs'

const TABLE = new URL('../packages/audit/src/collectors/cookie-names.ts', import.meta.url)

/**
 * The platforms whose tags store something on the site's own domain, and the names that reports use
 * for them. Google is missing, because the SDK has the names of Google's cookies.
 *
 * @type {Readonly<Record<string, string>>}
 */
const PLATFORMS = {
  ABTasty: 'AB Tasty',
  'Adobe Analytics': 'Adobe Analytics',
  'Adobe Audience Manager': 'Adobe Audience Manager',
  Amplitude: 'Amplitude',
  'AT Internet': 'Piano Analytics',
  Baidu: 'Baidu Analytics',
  'Bing / Microsoft': 'Microsoft Advertising',
  Chartbeat: 'Chartbeat',
  ContentSquare: 'Contentsquare',
  'Crazy Egg': 'Crazy Egg',
  'Customer.io': 'Customer.io',
  Exponea: 'Bloomreach',
  Facebook: 'Meta',
  'Heap Analytics': 'Heap',
  Hotjar: 'Hotjar',
  Hubspot: 'HubSpot',
  Inspectlet: 'Inspectlet',
  Klaviyo: 'Klaviyo',
  Leadfeeder: 'Leadfeeder',
  Leadinfo: 'Leadinfo',
  LinkedIn: 'LinkedIn',
  'Lucky Orange': 'Lucky Orange',
  Marketo: 'Marketo',
  Matomo: 'Matomo',
  Microsoft: 'Microsoft Clarity',
  Optimizely: 'Optimizely',
  Pinterest: 'Pinterest',
  Piwik: 'Piwik PRO',
  Quantcast: 'Quantcast',
  Reddit: 'Reddit',
  Snapchat: 'Snapchat',
  Snowplow: 'Snowplow',
  Taboola: 'Taboola',
  TikTok: 'TikTok',
  'Visual Website Optimizer': 'VWO',
  'Yandex.Metrica': 'Yandex Metrica',
}

/** The database calls the cookies functional in which Hotjar keeps its visitor and its visit. */
const ALL_CATEGORIES = ['Hotjar']

/** Matches names of records of the visitor's answer, which a site may store. */
const RECORD = /consent|opt_?(in|out)|privacy|ignore|disable/i

/**
 * Names of the platforms above that the table leaves out: two in which Contentsquare, as the database
 * says, remembers an answer and an exclusion; one of Pinterest's own site, which other sites could
 * choose; and one that a library of Microsoft writes, which sends to the site's own account.
 *
 * @see https://github.com/microsoft/ApplicationInsights-JS
 */
const LEFT_OUT = ['_cs_c', '_cs_ex', '_routing_id', 'MicrosoftApplicationsTelemetryDeviceId']

/**
 * Names for which the database has the platform's own domain, but which the platform's tag stores on
 * the site's domain.
 */
const OF_TAG = ['ttcsid']

/** Matches names that only one platform in the database has, but that a site may choose, too. */
const COMMON = /^_*(g?u?u?id|user|visit(or)?|session|token|lang|locale|test)(_?id)?$/i

/**
 * Reads the rows of a CSV file. A value in quotes can contain commas, line breaks and doubled
 * quotes.
 *
 * @param {string} text
 */
const rowsOf = text => {
  const values = text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)
  /** @type {string[][]} */
  const rows = [[]]
  for (const [, quoted, plain = '', end] of values) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') rows.push([])
  }
  const [head = [], ...rest] = rows.filter(row => row.length > 1)
  return rest.map(row => Object.fromEntries(head.map((name, at) => [name, (row[at] ?? '').trim()])))
}

const file = process.argv[2]
if (!file) throw new Error('Expected the path of open-cookie-database.csv.')
const rows = rowsOf(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).map(row => ({
  platform: row['Platform'] ?? '',
  category: row['Category'] ?? '',
  name: row['Cookie / Data Key name'] ?? '',
  domain: row['Domain'] ?? '',
  // The database marks most prefixes; a name that ends in `_`, `.` or `-` is one, too.
  isPrefix: row['Wildcard match'] === '1' || /[_.-]$/.test(row['Cookie / Data Key name'] ?? ''),
}))

/** @param {string} text */
const plain = text => text.toLowerCase().replace(/[^a-z]/g, '')

/** @type {Map<string, Set<string>>} */
const platformsOf = new Map()
for (const { name, platform } of rows) {
  const known = platformsOf.get(name.toLowerCase()) ?? new Set()
  // The database spells some platforms in two ways.
  platformsOf.set(name.toLowerCase(), known.add(plain(platform)))
}

/**
 * Says whether a name is so much one platform's own that it can accuse a site: it begins with `_`,
 * or contains the platform's name, or is no word and not only a cookie of the
 * platform's own domain.
 *
 * @param {typeof rows[number]} row
 */
const isOwn = ({ name, platform, domain }) =>
  name.length >= 4 &&
  !/\s/.test(name) &&
  !RECORD.test(name) &&
  !COMMON.test(name) &&
  !LEFT_OUT.includes(name) &&
  (OF_TAG.includes(name) ||
    name.startsWith('_') ||
    plain(name).includes(plain(platform)) ||
    (domain === '' && /[_.\d]/.test(name)))

const counted = rows.filter(
  row =>
    row.platform in PLATFORMS &&
    (/^(Analytics|Marketing)$/.test(row.category) || ALL_CATEGORIES.includes(row.platform)) &&
    platformsOf.get(row.name.toLowerCase())?.size === 1 &&
    isOwn(row),
)

const lines = Object.entries(PLATFORMS).flatMap(([platform, shown]) => {
  const names = counted
    .filter(row => row.platform === platform)
    .map(({ name, isPrefix }) => (isPrefix ? `${name.replace(/\*$/, '')}*` : name))
  const unique = [...new Set(names)].sort()
  return unique.length ? [`  ${JSON.stringify(shown)}: ${JSON.stringify(unique.join(' '))},`] : []
})

writeFileSync(
  TABLE,
  `// Written by \`scripts/collector-cookies.mjs\`. Change the script, not this file.
//
// A selection from the Open Cookie Database, whose licence is in
// LICENSE-open-cookie-database.txt of this package:
// https://github.com/jkwakman/Open-Cookie-Database

/**
 * Names of cookies and storage keys by collector, divided by blanks. A name that ends in \`*\` is a
 * prefix.
 */
export const COOKIE_NAMES: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`,
)
