import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { complaints } from './support/complaints.ts'

const TYPES = fileURLToPath(
  new URL('../packages/consent/dist/script/consent.d.ts', import.meta.url),
)

const complaintsAbout = (script: string) =>
  complaints(`/// <reference path="${TYPES}" />\n${script}\nexport {}`)

const VIDEO = `name: 'Video', category: 'media', addresses: ['video.example'], cookies: ['vid'],
  recipients: { company: 'Video Ltd.', country: 'KR', relation: 'collects-itself' },
  retention: { seconds: 90 * 86400 }, purposes: { site: { en: 'Films' } }`

test('the types beside consent.js know the global before and after consent.js has loaded, as a stub, with a function and with a configuration', () => {
  expect(
    complaintsAbout(`
    window.spaceoneConsent=window.spaceoneConsent||function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}
    spaceoneConsent({ services: [{ ${VIDEO} }], texts: { fr: { banner: { heading: 'Oui ?' } } } })
    spaceoneConsent(consent => consent.whenGranted('media/Video', () => {}))
    spaceoneConsent({ services: [{ name: 'Google Analytics', retention: { seconds: 60 } }] })
    spaceoneConsent.openPreferences?.()
    const version: string | undefined = spaceoneConsent.version`),
  ).toEqual([])
})

test.each<[about: string, call: string, word: string]>([
  ['text', '{ text: {} }', 'text'],
  [
    'facts that are misspelt',
    `{ services: [{ name: 'Google Analytics', retenton: 1 }] }`,
    'retenton',
  ],
  ['cookie', `{ services: [{ ${VIDEO}, cookie: [] }] }`, 'cookie'],
  ['a plain text', `{ services: [{ ${VIDEO.replace("{ en: 'Films' }", "'Films'")} }] }`, 'string'],
  [
    'true as a reason',
    `{ services: [{ ${VIDEO.replace("category: 'media'", 'necessary: true')} }] }`,
    'Words',
  ],
])('the types beside consent.js reject a call with %s', (_, call, word) => {
  const found = complaintsAbout(`spaceoneConsent(${call})`)
  expect(found).toEqual([expect.stringContaining(word)])
})
