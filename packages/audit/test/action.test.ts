import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'

const ACTION = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'))
const STEP = ACTION.runs.steps[0]

/** A command in the place of consent-audit: notes its arguments, and writes the Markdown. */
const COMMAND = `#!/bin/bash
printf '%s\\n' "$@" > arguments
[ "$EXIT" = 2 ] || { mkdir -p report; echo "# The report" > report/consent-audit.md; }
exit "$EXIT"
`

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'audit-action-'))
  writeFileSync(join(project, 'package.json'), '{ "private": true }')
  mkdirSync(join(project, 'report'))
  writeFileSync(join(project, 'report/consent-audit.md'), '# The report of an earlier run\n')
})
afterEach(() => rmSync(project, { recursive: true }))

const install = () => {
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true })
  writeFileSync(join(project, 'node_modules/.bin/consent-audit'), COMMAND, { mode: 0o755 })
}

/** Runs the action's script as GitHub does, in the project. */
const run = (inputs: { addresses: string; options: string }, exit = 0) => {
  const [summary, output] = [join(project, 'summary'), join(project, 'output')]
  for (const file of [summary, output]) writeFileSync(file, '')
  const env = Object.fromEntries(
    Object.entries({ ...inputs, output: 'report' }).map(([name, value]) => [
      name.toUpperCase(),
      value,
    ]),
  )
  expect(Object.keys(STEP.env).sort()).toEqual(Object.keys(env).sort())
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', STEP.run],
    {
      ...{ cwd: project, encoding: 'utf8' },
      env: {
        // Without the folders of npm, which have this repository's own command.
        ...{ ...env, PATH: '/usr/bin:/bin', EXIT: String(exit) },
        ...{ GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
      },
    },
  )
  const read = (file: string) => readFileSync(file, 'utf8')
  return { status, stdout, summary: read(summary), output: read(output) }
}

test('the action passes each address and option, and shows the Markdown in the summary', () => {
  install()
  const found = run({
    addresses: 'https://site.example/?a=* \nhttps://site.example/$(touch x);two',
    options: '--inventory inventory.json',
  })
  expect(found).toMatchObject({ status: 0, summary: '# The report\n', output: 'exit-code=0\n' })
  expect(readFileSync(join(project, 'arguments'), 'utf8').trim().split('\n')).toEqual([
    ...['https://site.example/?a=*', 'https://site.example/$(touch', 'x);two'],
    ...['--inventory', 'inventory.json'],
    ...['--output', 'report', '--format', 'html,json,markdown,sarif'],
  ])
})

test.each([1, 3])('the action ends with the exit code %d of the command, and shows why', code => {
  install()
  const found = run({ addresses: 'https://site.example/', options: '' }, code)
  expect(found).toMatchObject({
    ...{ status: code, summary: '# The report\n', output: `exit-code=${code}\n` },
  })
})

test('the action shows no report of an earlier run if no report was written', () => {
  install()
  const found = run({ addresses: 'https://site.example/', options: '' }, 2)
  expect(found).toMatchObject({ status: 2, summary: '', output: 'exit-code=2\n' })
})

test('the action says so if the project has not installed the audit', () => {
  const found = run({ addresses: 'https://site.example/', options: '' })
  expect(found).toMatchObject({ status: 2, summary: '' })
  expect(found.stdout).toContain('::error::Install @spaceone/consent-audit')
})
