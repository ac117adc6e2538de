import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { grantedCookie } from '../../packages/consent/dist/testing.js'
import { PORTAL } from '../support/portal-site.ts'
import { readmeSnippets } from '../support/readme.ts'
import { test } from '../support/visitor.ts'

test('the snippets of the README work on an otherwise empty page', async ({ visitor, page }) => {
  const [tag = '', link = '', , blocks = '', stub = ''] = readmeSnippets('html')
  const [calls = '', words = ''] = readmeSnippets('js')
  const [versions = ''] = readmeSnippets('js', 'packages/consent/src/core/README.md')
  await visitor.opens({
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8">${stub}<script>${versions}${words}</script>${tag.replace('G-XXXXXXX', 'G-TEST123')}</head><body><main>${blocks}</main><footer>${link}</footer></body></html>`,
  })
  await expect(visitor.blocks.drawn).toHaveCount(5)
  await visitor.rejects()
  expect(visitor.requests()).toEqual([])
  await page.evaluate(`noted = []; startMyCounter = () => noted.push('started'); ${calls}`)
  await expect(visitor.preferences).toBeVisible()
  expect(await visitor.notes()).toEqual([])
  await visitor.switch('analytics').check()
  await visitor.save.click()
  await expect.poll(visitor.events).toEqual(['page_view'])
  expect(await visitor.notes()).toEqual(['started'])
  await visitor.chooses('analytics', false)
  await expect(visitor.banner).toBeHidden()
  expect(visitor.faults).toEqual([])
})

test('one file of services is loaded by the page, whose banner names the service, and by Node, whose inventory has it', async ({
  visitor,
  page,
}) => {
  const inventory = 'packages/consent/src/inventory/README.md'
  const [services = '', node = ''] = readmeSnippets('js', inventory)
  const [tag = ''] = readmeSnippets('html')
  const tags = `<script src="/services.js"></script>${tag.replace(/data-ga="\S+" /, '')}`
  await page.route('**/services.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: services }),
  )
  await visitor.opens({
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8">${tags}</head><body><a href="#" data-consent-open>Cookies</a></body></html>`,
  })
  await visitor.banner.locator('summary').click()
  for (const text of ['Video', 'Video Ltd.', '90 days'])
    await expect(visitor.banner.locator('details')).toContainText(text)
  expect(visitor.faults).toEqual([])

  const folder = await mkdtemp(join(tmpdir(), 'services-'))
  const built = new URL('../../packages/consent/dist/inventory.js', import.meta.url)
  await writeFile(join(folder, 'services.js'), services)
  await writeFile(
    join(folder, 'inventory.mjs'),
    node.replace('@spaceone/consent/inventory', built.href),
  )
  const { stdout } = await promisify(execFile)('node', ['inventory.mjs'], { cwd: folder })
  expect(JSON.parse(stdout).services).toContainEqual(
    expect.objectContaining({
      name: 'Video',
      category: 'media',
      recipients: [{ company: 'Video Ltd.', country: 'KR', relation: 'collects-itself' }],
      retention: { seconds: 90 * 86_400 },
      addresses: ['video.example'],
    }),
  )
  await rm(folder, { recursive: true })
})

test('a Playwright test that begins with the snippet of the package README sees no banner and has the grant', async ({
  visitor,
  context,
}) => {
  const [snippet = ''] = readmeSnippets('ts', 'packages/consent/README.md').filter(text =>
    text.includes('addCookies'),
  )
  const code = snippet.replace(/^import .*$/gm, '').replace('https://host.example', PORTAL)
  const start = new Function(
    'context',
    'grantedCookie',
    'options',
    `return (async () => {${code}})()`,
  )
  const options = { policy: { version: '2024-01-18' }, categories: { analytics: {} } }
  await start(context, grantedCookie, options)
  await visitor.opensPortal()
  await expect.poll(visitor.events).toEqual(['page_view'])
  await expect(visitor.banner).toHaveCount(0)
})
