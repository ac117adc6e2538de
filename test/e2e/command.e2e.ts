import { execFileSync, spawnSync } from 'node:child_process'
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

const WORDS = { en: 'Answers', ko: '답변', ja: '回答' }
const CHAT = {
  ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
  ...{ recipients: [{ company: 'Chat Inc.', country: 'US' }], retention: { seconds: 86_400 } },
  purposes: { site: WORDS, recipient: WORDS },
}
const COMMANDS = {
  consent: resolve(DIST, 'command.js'),
  audit: resolve('packages/audit/dist/command.js'),
}

test('check and sources notice six changes of a small site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-e2e-'))
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const changes = (chat: object) =>
    write(
      'consent.config.json',
      JSON.stringify({
        policy: { version: '1', url: { en: '/en', ko: '/ko', ja: '/ja' } },
        categories: {
          analytics: { services: [{ preset: 'clarity', id: 't7oy6y6059' }] },
          support: {},
        },
        services: [{ ...CHAT, ...chat }],
      }),
    )
  /** Runs a command in the site's folder. Returns the exit code and the codes of the findings. */
  const run = (command: keyof typeof COMMANDS, ...args: readonly string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [COMMANDS[command], ...args], {
      ...{ cwd: folder, encoding: 'utf8' },
    })
    const { findings = [] } = args.includes('--json') ? JSON.parse(stdout) : {}
    return [status, ...findings.map((one: { code: string }) => one.code)]
  }
  const check = () => run('consent', 'check', '--json')
  const sources = () => run('audit', 'sources', 'app.js', '--inventory', 'inventory.json', '--json')
  try {
    changes({})
    write('app.js', "document.cookie = 'chat=1'")
    expect(run('consent', 'check', '--write')).toEqual([0])
    expect(run('consent', 'inventory', '--out', '.')).toEqual([0])
    expect([check(), sources()]).toEqual([[0], [0]])

    changes({ purposes: { site: { ...WORDS, ko: '상담' }, recipient: WORDS } })
    expect(check()).toEqual([0, 'reworded'])
    changes({ recipients: [...CHAT.recipients, { company: 'Talk Inc.', country: 'DE' }] })
    expect(check()).toEqual([1, 'new-recipient'])
    changes({ retention: { seconds: 172_800 } })
    expect(check()).toEqual([1, 'longer-retention'])
    write('app.js', "document.cookie = 'chat=1'\ndocument.cookie = 'promotion=1'")
    expect(sources()).toEqual([1, 'undeclared-cookie'])
    changes({ purposes: { site: { en: WORDS.en, ko: WORDS.ko }, recipient: WORDS } })
    expect(check()).toEqual([1, 'missing-words'])

    // The lock is that of an earlier version, whose facts of Clarity had a shorter retention.
    changes({})
    const lock = JSON.parse(readFileSync(join(folder, 'consent.lock.json'), 'utf8'))
    const clarity = lock.inventory.services.find(
      ({ name }: { name: string }) => name === 'Microsoft Clarity',
    )
    clarity.retention.seconds -= 86_400
    write('consent.lock.json', JSON.stringify({ ...lock, sdk: '0.0.9' }))
    expect(check()).toEqual([1, 'longer-retention'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
