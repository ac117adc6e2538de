import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'

const DIST = 'packages/consent/dist'
const SITE = 'https://site.example'

const CONFIG = {
  policy: { version: '2024-01-18', url: { en: '/privacy' } },
  categories: {
    analytics: {
      services: [
        { preset: 'googleAnalytics', id: 'G-COMMAND1' },
        { preset: 'clarity', id: 't7oy6y6059' },
      ],
    },
  },
  texts: { en: { banner: { heading: 'Biscuits?' } } },
  look: { position: 'left' },
}

/** Builds the script of a configuration as a site does. Returns it, and what the page needs. */
const build = () => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-e2e-'))
  try {
    writeFileSync(join(folder, 'consent.config.json'), JSON.stringify(CONFIG))
    const printed = execFileSync(process.execPath, [resolve(DIST, 'command.js'), 'build'], {
      ...{ cwd: folder, encoding: 'utf8', stdio: 'pipe' },
    })
    return {
      script: readFileSync(join(folder, 'public/consent/consent.config.js'), 'utf8'),
      head: (printed.match(/^<script.*$/gm) ?? []).join('\n'),
      csp: /^Content-Security-Policy: (.*)$/m.exec(printed)?.[1] ?? '',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a page with the lines and the policy that build prints has its texts and services, and asks first', async ({
  page,
}) => {
  const { script, head, csp } = build()
  const body = `<!doctype html><html lang="en"><head>${head}<title>Shop</title></head><body>Shop</body></html>`
  const requested: string[] = []
  const errors: string[] = []
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && errors.push(message.text()),
  )
  page.on('pageerror', error => errors.push(error.message))
  await page.route('**/*', route => {
    const { hostname, pathname } = new URL(route.request().url())
    if (hostname !== 'site.example') {
      requested.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: '' })
    }
    if (pathname === '/consent/consent.config.js')
      return route.fulfill({ contentType: 'text/javascript', body: script })
    const [, file] = /^\/consent\/[\d.]+\/([\w.-]+)$/.exec(pathname) ?? []
    if (file) return route.fulfill({ path: `${DIST}/script/${file}` })
    return route.fulfill({
      ...{ contentType: 'text/html', body },
      headers: { 'Content-Security-Policy': csp },
    })
  })
  await page.goto(SITE)
  await expect(page.getByRole('heading', { name: 'Biscuits?' })).toBeVisible()
  await page.waitForTimeout(300)
  forbid('requests before the grant', requested)

  await page.getByRole('button', { name: 'Accept' }).click()
  await expect
    .poll(() => requested.map(address => new URL(address).hostname).sort())
    .toEqual(['www.clarity.ms', 'www.googletagmanager.com'])
  expect(errors).toEqual([])
})
