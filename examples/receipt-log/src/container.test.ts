import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DCLinter } from 'dclint'
import { validate } from 'dockerfile-utils'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { freePort } from '../../../test/support/free-port.ts'
import { createFolder } from '../test/databases.ts'
import { send } from '../test/run-main.ts'
import { giveEvent } from '../test/samples.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDER = fileURLToPath(new URL('..', import.meta.url))
const COMPOSE = join(FOLDER, 'compose.yaml')

const dockerfile = readFileSync(join(FOLDER, 'Dockerfile'), 'utf8')

/** The instructions of the stage that becomes the image. */
const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')).replaceAll(/ \\\n */g, ' ')

/** Returns the arguments of an instruction of the image, of which the first is matched. */
const instruction = (pattern: RegExp) => pattern.exec(image)?.[1] ?? ''

/** Returns the program and the arguments of an instruction in exec form. */
const commandIn = (pattern: RegExp): string[] => JSON.parse(instruction(pattern))

test('the Dockerfile and the compose file have no fault that a linter finds', () => {
  expect(validate(dockerfile)).toEqual([])
  // The formatter of this repository writes double quotes.
  const linter = new DCLinter({
    rules: { 'require-quotes-in-ports': [1, { quoteType: 'double' }] },
    ...{ exclude: [], quiet: false, debug: false },
  })
  expect(linter.lintFiles([COMPOSE], false)).toMatchObject([{ messages: [] }])
})

test('the image has the Node.js of the tests and a user that is not root', () => {
  const version = readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim()
  expect(dockerfile).toContain(`\nARG NODE=${version}\n`)
  expect(Number(instruction(/^USER (.*)$/m))).toBeGreaterThan(0)
})

test('each container has a read-only file system and no privileges, and only this machine reaches the server', () => {
  const { services, networks } = parse(readFileSync(COMPOSE, 'utf8'))
  expect(Object.keys(services)).toEqual(['postgres', 'receipt-log'])
  for (const service of Object.values(services))
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: expect.arrayContaining(['/tmp']),
    })
  for (const name of ['privileged', 'cap_add']) expect(JSON.stringify(services)).not.toContain(name)
  expect(services.postgres).toMatchObject({ user: 'postgres', networks: ['database'] })
  expect(services.postgres).not.toHaveProperty('ports')
  expect(networks.database).toEqual({ internal: true })
  expect(services['receipt-log'].ports).toEqual(['127.0.0.1:4323:4323'])
})

test('each variable of the example of settings is empty or no secret, and is read', () => {
  const example = readFileSync(join(FOLDER, '.env.example'), 'utf8')
  const variables = [...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value])
  expect(variables).toEqual([
    ['POSTGRES_PASSWORD', ''],
    ['EXPORT_TOKEN', ''],
    ['SCREEN_TOKEN', ''],
    ['PUBLIC_ORIGIN', 'https://www.example.com'],
  ])
})

/**
 * Copies what the image has into a folder, and makes the copy read-only. Of npm packages, only
 * links are copied.
 */
const copyImage = (): string => {
  const folder = createFolder()
  for (const [, names = ''] of image.matchAll(/^COPY --from=build (.*)$/gm)) {
    const [target = '', ...sources] = names.split(' ').reverse()
    for (const source of sources) {
      const from = join(ROOT, source.replace(/^\/app/, ''))
      const to = join(folder, target, target.endsWith('/') ? source.replace(/^.*\//, '') : '')
      if (source.endsWith('/node_modules')) linkPackages(from, to)
      else
        cpSync(from, to, {
          recursive: true,
          filter: path => !/\/(node_modules|data)$/.test(path),
        })
    }
  }
  symlinkSync(join(FOLDER, 'node_modules'), join(folder, 'app/examples/receipt-log/node_modules'))
  execFileSync('chmod', ['-R', 'a-w', folder])
  onTestFinished(() => void execFileSync('chmod', ['-R', 'u+w', folder]))
  return folder
}

/** Links each package. The links of the workspace's own packages stay relative. */
const linkPackages = (from: string, to: string) => {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from))
    if (name === '@spaceone')
      cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
    else symlinkSync(join(from, name), join(to, name))
}

test('the command of the image runs without capabilities on a read-only copy and stores an event; the health check says whether it runs', async () => {
  const folder = copyImage()
  const data = createFolder()
  const port = await freePort()
  const defaults = [...image.matchAll(/^ENV (.*)$/gm)]
    .flatMap(([, pairs = '']) => pairs.split(' '))
    .map(pair => pair.split('=') as [string, string])
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', ...Object.fromEntries(defaults) },
    // No file can be written but the volume's, not even a temporary one.
    ...{ TMPDIR: folder, HOME: folder, PORT: `${port}`, HOST: '127.0.0.1' },
    DATABASE: instruction(/ DATABASE=(\S+)/).replace(instruction(/^VOLUME (.*)$/m), data),
  }
  const cwd = join(folder, instruction(/^WORKDIR (.*)$/m))
  // Without capabilities not even root can write read-only files.
  const bare =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--no-new-privs', '--'] : []

  const [healthProgram = '', ...healthArgs] = commandIn(/^HEALTHCHECK .* CMD (.*)$/m)
  const health = () => spawnSync(healthProgram, healthArgs, { cwd, env }).status
  expect(health()).toBe(1)

  const [program = '', ...args] = [...bare, ...commandIn(/^CMD (.*)$/m)]
  const server = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  let words = ''
  for await (const text of server.stderr.setEncoding('utf8')) {
    words += text
    if (words.includes('The receipt log is at')) break
  }
  expect(words).toContain(`http://127.0.0.1:${port}`)
  expect(health()).toBe(0)
  expect((await send(port, giveEvent())).status).toBe(201)
  expect(readdirSync(data)).toContain('receipts.db')

  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(health()).toBe(1)
})
