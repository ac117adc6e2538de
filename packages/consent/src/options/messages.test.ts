import { expect, test } from 'vitest'
import { optionText, warningText } from './messages.ts'

const ELEMENT = { hasAttribute: () => true }

test.each<[code: string, ...values: readonly unknown[]]>([
  ['category', 'analytics/Chatt', ['analytics', 'analytics/Chat']],
  ['nonce-missing'],
  ['not-declared', 'media'],
  ['nothing-asked'],
  ['other-host', '.other.example', 'www.shop.example'],
  ['requested-early', '/a.js', 'script', 'media', true, ELEMENT],
  ['tag-first', { 'G-ABC123': {} }],
  ['tag-forbidden', 'https://tag.example/a.js'],
  ['unknown-attribute', 'consent-opn', ['consent-open']],
  ['validity-short', 7],
  ['view-failed', 'banner', 'en', undefined],
])('the warning %s does not advise the script tag in npm', (code, ...values) => {
  expect(warningText(code, values)[0]).not.toMatch(
    /consent\.js|script tag|spaceoneConsent|#the-script|data-(ga|gtm|cat)/,
  )
})

test('the warning about the banner says in npm that no banner is shown', () => {
  const [text] = warningText('view-failed', ['banner', 'en', new TypeError('404')])
  expect(text).toMatch(/^banner \(en\) could not be loaded or shown\. .* No banner is shown and/)
})

test('the error of an id of another kind names the function of npm', () => {
  const text = optionText('ga', 'GTM-ABC1234', [])
  expect(text).toContain('This is a Tag Manager id: use googleTagManager(). Expected')
})
