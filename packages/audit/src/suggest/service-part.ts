import type { SuggestedCookie, Suggestion } from './suggestion.ts'
import { typescriptText } from './typescript-text.ts'

/** Returns a suggestion as lines of TypeScript: the call of a preset, or a declaration. */
export const servicePart = (suggestion: Suggestion): readonly string[] =>
  suggestion.preset ? callOf(suggestion, suggestion.preset) : declarationOf(suggestion)

/** Calls of presets whose options only a person can give. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  sentryReplay: [
    '// TODO: pass your recorder.',
    'sentryReplay({ getReplay: () => Sentry.getReplay() }),',
  ],
  yahooTag: [
    '// TODO: your ids. Leave out the one of ads that you do not run.',
    "yahooTag({ searchId: 'TODO', displayId: 'TODO' }),",
  ],
}

const callOf = (
  { name, addresses, cookies, storage, databases }: Suggestion,
  { call, needsId, id }: NonNullable<Suggestion['preset']>,
): readonly string[] => {
  const others = [...cookies.map(one => one.name), ...storage, ...databases]
  const paths = addresses.filter(one => one.startsWith('/'))
  return [
    ...(needsId && !id ? [`// TODO: the id of ${typescriptText(name)}, which was not seen.`] : []),
    ...(paths.length
      ? [`// TODO: requests also went to this site: ${paths.map(typescriptText).join(', ')}.`]
      : []),
    ...(others.length
      ? [`// TODO: also seen, and not in the preset: ${others.map(typescriptText).join(', ')}.`]
      : []),
    ...(CALLS[call] ?? [`${call}(${needsId ? `{ id: ${typescriptText(id ?? 'TODO')} }` : ''}),`]),
  ]
}

const declarationOf = (suggestion: Suggestion): readonly string[] => {
  const { name, company, category, addresses, cookies, storage, databases } = suggestion
  const isOwn = category === undefined
  return [
    'service({',
    `  name: ${typescriptText(isOwn ? 'TODO: this site' : name)},`,
    ...(isOwn
      ? [
          '  // For a sign-in, session() of @spaceone/consent/services has the words.',
          "  necessary: { en: 'TODO: why the site cannot do without it, else list it in a category' },",
          '  recipients: [],',
        ]
      : recipientLines(company)),
    '  // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.',
    "  retention: 'not-stated',",
    '  // TODO: what is collected, and what for.',
    ...(isOwn ? [] : ["  purposes: { site: { en: 'TODO' } },"]),
    `  addresses: [${addresses.map(typescriptText).join(', ')}],`,
    ...(cookies.length
      ? ['  cookies: [', ...cookies.map(one => `    ${cookieRow(one)},`), '  ],']
      : ['  cookies: [],']),
    ...(storage.length ? [`  storage: [${storage.map(typescriptText).join(', ')}],`] : []),
    ...(databases.length ? [`  databases: [${databases.map(typescriptText).join(', ')}],`] : []),
    ...(isOwn
      ? ['  start() {},']
      : ['  start() {', '    // TODO: load the service. It runs only after the grant.', '  },']),
    '  stop() {},',
    '}),',
  ]
}

const recipientLines = (company: string | undefined): readonly string[] => [
  '  // TODO: the country, the relation and a contact of the recipient.',
  company === undefined
    ? "  recipients: 'not-stated',"
    : `  recipients: { company: ${typescriptText(company)} },`,
]

/** The longest lifetime that a suggestion declares, in seconds: two years. */
const LONGEST = 2 * 365 * 86_400

const cookieRow = ({ name, seconds }: SuggestedCookie): string =>
  `{ name: ${typescriptText(name)}, seconds: ${seconds === undefined ? "'session'" : lifetimeText(seconds)} }`

const DAY = 86_400

/** Writes seconds as days if they are whole days but for a minute: the cookie was seen late. */
const lifetimeText = (seconds: number): string => {
  const lifetime = Math.min(Math.round(seconds), LONGEST)
  const days = Math.round(lifetime / DAY)
  if (!days || Math.abs(lifetime - days * DAY) > 60) return `${lifetime}`
  return days === 1 ? '86_400' : `${days} * 86_400`
}
