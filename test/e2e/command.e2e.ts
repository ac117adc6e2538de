import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { test } from '../support/page-console.ts'

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

const CHAT = {
  ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
  ...{ recipients: [{ company: 'Chat Inc.', country: 'US' }], retention: { seconds: 86_400 } },
}

// run-check.test.ts has the changes that `check` notices. No browser takes part.
test("the audit's sources compares a site with the inventory that consent's inventory writes", {
  tag: '@only-chromium',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-e2e-'))
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [resolve(command), ...args], { cwd: folder, encoding: 'utf8' })
  const sources = () => {
    const { status, stdout } = run(
      'packages/audit/dist/command.js',
      ...['sources', 'app.js', '--inventory', 'inventory.json', '--json'],
    )
    const codes = JSON.parse(stdout).findings.map((one: { code: string }) => one.code)
    return [status, ...codes]
  }
  try {
    write(
      'consent.config.json',
      JSON.stringify({ policy: { version: '1' }, categories: { support: {} }, services: [CHAT] }),
    )
    write('app.js', "document.cookie = 'chat=1'")
    const { status } = run(`${DIST}/command.js`, 'inventory', '--out', '.')
    expect(status).toBe(0)
    expect(sources()).toEqual([0])
    write('app.js', "document.cookie = 'chat=1'\ndocument.cookie = 'promotion=1'")
    expect(sources()).toEqual([1, 'undeclared-cookie'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
