import type { Inventory } from '@spaceone/consent/inventory'
import { printable } from '../report/printable.ts'
import type { Seen } from '../seen.ts'
import { servicePart } from './service-part.ts'
import type { Suggestion } from './suggestion.ts'
import { typescriptText } from './typescript-text.ts'

/** The categories that have a name in the SDK's own texts. */
const WITH_WORDS: readonly string[] = ['analytics', 'marketing', 'personalization']

/** The languages of the SDK's own texts. */
const LANGUAGES = ['en', 'ko', 'ja']

/** Returns suggestions as the source of a `consent.config.ts`. */
export const toConfig = (
  suggestions: readonly Suggestion[],
  { pages, began }: Pick<Seen, 'pages' | 'began'>,
  inventory: Inventory | undefined,
): string => {
  const added = suggestions.filter(({ isDeclared }) => !isDeclared)
  const own = added.filter(({ category }) => category === undefined)
  const categories = [...new Set(added.flatMap(({ category }) => category ?? []))].sort()
  const calls = added.flatMap(({ preset }) => preset?.call ?? []).sort()
  const version = inventory?.policy.version ?? 'TODO: the version of the policy in force'
  const unnamed = categories.filter(one => !WITH_WORDS.includes(one))
  const lines = [
    `// Written by consent-audit on ${began.slice(0, 10)} from what it saw on`,
    ...pages.map(({ url }) => `//   ${printable(url)}`),
    '// The audit cannot know what a service is for. Complete each TODO, and check each category.',
    `import { defineConsent${added.some(one => !one.preset) ? ', service' : ''} } from '@spaceone/consent'`,
    ...(calls.length ? [`import { ${calls.join(', ')} } from '@spaceone/consent/services'`] : []),
    '',
    ...suggestions.filter(({ isDeclared }) => isDeclared).flatMap(lacking),
    'export default defineConsent({',
    "  language: '', // the page's",
    '  policy: {',
    `    version: ${typescriptText(version)},`,
    "    url: 'TODO: the address of the policy',",
    '  },',
    '  categories: {',
    ...categories.flatMap(category => [
      `    ${category}: {`,
      '      services: [',
      ...added
        .filter(one => one.category === category)
        .flatMap(one => servicePart(one))
        .map(line => `        ${line}`),
      '      ],',
      '    },',
    ]),
    '  },',
    ...(own.length
      ? [
          '  services: [',
          ...own.flatMap(one => servicePart(one)).map(line => `    ${line}`),
          '  ],',
        ]
      : []),
    ...(unnamed.length
      ? [
          '  // TODO: the purposes in words. Delete the languages that the site does not have.',
          '  texts: {',
          ...LANGUAGES.map(
            language =>
              `    ${language}: { banner: { purposes: { ${unnamed.map(one => `${one}: 'TODO'`).join(', ')} } } },`,
          ),
          '  },',
        ]
      : []),
    '})',
  ]
  return `${lines.join('\n')}\n`
}

/** Returns a comment, in lines, that names what a declared service lacks; no lines if nothing. */
const lacking = ({
  name,
  cookies,
  storage,
  databases,
  addresses,
}: Suggestion): readonly string[] => {
  const names = [...addresses, ...cookies.map(one => one.name), ...storage, ...databases]
  return names.length
    ? [
        `// TODO: ${typescriptText(name)} is declared, but not: ${names.map(typescriptText).join(', ')}.`,
        '',
      ]
    : []
}
