import { expect, test } from 'vitest'
import { auditOptionsOf } from './audit-options.ts'

const SITE = 'https://shop.example/'

test('reads addresses and options, with times in milliseconds', () => {
  const args = [SITE, 'https://shop.example/ko/', '--live', '--phase-limit', '60', '--wait', '0.5']
  expect(auditOptionsOf([...args, '--language', 'ko', '--inventory', 'i.json'])).toMatchObject({
    audit: { urls: [SITE, `${SITE}ko/`], isLive: true, phaseLimit: 60_000, wait: 500 },
    ...{ language: 'ko', inventory: 'i.json', output: '.', formats: ['html', 'json'] },
  })
  const { audit, ...rest } = auditOptionsOf([SITE, '--hold'])
  expect(audit).toMatchObject({ isLive: false, selectors: {}, hasGpc: false })
  expect(rest).toMatchObject({ language: 'en', sitemapLimit: undefined })
})

test('reads selectors, the window, and what the browser sends', () => {
  const more = ['--accept', '#yes', '--save', 'my-banner button.save', '--viewport', '390x844']
  const { audit } = auditOptionsOf([SITE, ...more, '--gpc', '--storage-state', 'login.json'])
  expect(audit).toMatchObject({
    selectors: { accept: '#yes', save: 'my-banner button.save' },
    ...{ viewport: { width: 390, height: 844 }, hasGpc: true, storageState: 'login.json' },
  })
  expect(audit.selectors).not.toHaveProperty('refuse')
  const given = ['--refuse', '#no', '--settings', '#more', '--channel', 'msedge', '--locale', 'ko']
  expect(auditOptionsOf([SITE, ...given]).audit).toMatchObject({
    selectors: { refuse: '#no', settings: '#more' },
    ...{ channel: 'msedge', locale: 'ko' },
  })
})

test('reads further pages as paths or addresses, and the limit of the sitemap', () => {
  const { audit } = auditOptionsOf([`${SITE}en/`, '--pages', 'shop, /two,https://b.example/x'])
  expect(audit.urls).toEqual([
    ...[`${SITE}en/`, `${SITE}en/shop`, `${SITE}two`, 'https://b.example/x'],
  ])
  expect(auditOptionsOf([SITE, '--sitemap']).sitemapLimit).toBe(10)
  expect(auditOptionsOf([SITE, '--sitemap', '--page-limit', '3']).sitemapLimit).toBe(3)
})

test('reads what is written: formats, the key that signs, the baseline, the accept file', () => {
  const more = ['--format', 'markdown, sarif', '--sign', 'key.pem', '--baseline', 'old.zip']
  expect(auditOptionsOf([SITE, ...more, '--accept-file', 'a.json'])).toMatchObject({
    ...{ formats: ['markdown', 'sarif'], sign: 'key.pem' },
    ...{ baseline: 'old.zip', acceptFile: 'a.json' },
  })
})

test.each([
  [[], /^No address is given\./],
  [['shop.example'], /^"shop\.example" is no address/],
  [['file:///etc/passwd'], /is no address of a page/],
  [[SITE, '--pages', 'mailto:me@shop.example'], /is no address of a page/],
  [[SITE, '--lives'], /--lives/],
  [[SITE, '--hold', '--live'], /^Both --hold and --live are given\./],
  [[SITE, '--wait', 'long'], /^--wait is "long"\. Expected a number greater than 0\./],
  [[SITE, '--request-limit', '-1'], /request-limit/],
  [[SITE, '--language', 'de'], /^--language is "de"\. Expected en, ko or ja\./],
  [[SITE, '--format', 'pdf'], /^--format is "pdf"\. Expected a list of html, json,/],
  [[SITE, '--viewport', 'mobile'], /^--viewport is "mobile"\. Expected a size such as 390x844\./],
  [[SITE, '--page-limit', '3'], /^--page-limit is given without --sitemap\./],
])('says in one sentence what is wrong with %j', (args, words) => {
  expect(() => auditOptionsOf(args)).toThrow(words)
})
