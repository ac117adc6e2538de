import type { Undeclared } from './undeclared-in.ts'

/** What `declarationText` knows of the page and the day, besides what the gate has let through. */
interface WrittenOn {
  /** The address without its query. */
  readonly address: string
  /** The day, such as `2026-12-01`. */
  readonly day: string
  /** The category in the declarations of services of other sites. */
  readonly category: string
  /** Whether the page has the script tag, whose services are plain objects. */
  readonly isTag: boolean
}

/** Matches `'`, backslashes, and characters that can break a line or hide in a text. */
const UNSEEN = /[\\'\p{C}\p{Zl}\p{Zp}]/gu

/** Returns a text as a literal in single quotes. The page may have chosen the text. */
const literal = (text: string): string => {
  const escaped = text.replace(UNSEEN, one =>
    /[\\']/.test(one) ? `\\${one}` : `\\u{${one.codePointAt(0)?.toString(16)}}`,
  )
  return `'${escaped}'`
}

const literals = (texts: Iterable<string>): string => `[${[...texts].map(literal).join(', ')}]`

/** Returns the lines of one declaration, most of them as `consent-audit --suggest` writes them. */
const declarationLines = (
  { domain, hosts, cookies, keys }: Undeclared,
  { category, isTag }: WrittenOn,
): readonly string[] => [
  isTag ? '{' : 'service({',
  `  name: ${literal(domain || 'TODO: this site')},`,
  ...(domain
    ? [
        '  // TODO: check the category.',
        `  category: ${literal(category)},`,
        '  // TODO: the country, the relation and a contact of the recipient.',
        "  recipients: 'not-stated',",
      ]
    : [
        '  // For a sign-in, session() of @spaceone/consent/services has the words.',
        "  necessary: { en: 'TODO: why the site cannot do without it, else list it in a category' },",
        '  recipients: [],',
      ]),
  '  // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.',
  "  retention: 'not-stated',",
  '  // TODO: what is collected, and what for.',
  ...(domain ? ["  purposes: { site: { en: 'TODO' } },"] : []),
  `  addresses: ${literals([...hosts].sort())},`,
  ...(cookies.size ? ["  // TODO: the lifetimes, such as { name: 'a', seconds: 86_400 }."] : []),
  `  cookies: ${literals(cookies)},`,
  ...(keys.size ? [`  storage: ${literals(keys)},`] : []),
  ...(domain
    ? ['  start() {', '    // TODO: load the service. It runs only after the grant.', '  },']
    : ['  start() {},']),
  '  stop() {},',
  isTag ? '},' : '}),',
]

/**
 * Returns the declarations of what was let through without a rule, as entries of `services`: in
 * `consent.config.ts`, or with the script tag in a call of `spaceoneConsent`.
 */
export const declarationText = (undeclared: readonly Undeclared[], page: WrittenOn): string =>
  [
    `// Written by the inspector on ${page.day} from what it let through without a rule on`,
    `//   ${page.address}`,
    '// The inspector cannot know what a service is for. Complete each TODO, and check each category.',
    '// consent-audit --suggest also finds presets, and the lifetimes of cookies.',
    page.isTag
      ? '// For spaceoneConsent({ services: [ … ] }); in a consent.config.ts, write service({ … }) for { … }.'
      : "// For services of consent.config.ts, with import { service } from '@spaceone/consent'.",
    ...undeclared.flatMap(one => declarationLines(one, page)),
    '',
  ].join('\n')
