#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from './audit.ts'
import { optionsOf } from './options-of.ts'
import { firstLine } from './play/stop-phase.ts'

/** Ends the command before anything is played. */
const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const parsed = optionsOf(process.argv.slice(2))
if ('text' in parsed) {
  console.log(parsed.text)
  process.exit(0)
}
if ('fault' in parsed) refuse(`${parsed.fault}\nHelp: consent-audit --help`)
else {
  const { output, ...options } = parsed
  const seen = await audit({
    ...options,
    onProgress: ({ url, phase, position, total }) =>
      console.error(`${position}/${total} ${url} ${phase}`),
  }).catch(error => refuse(`The browser could not be started: ${firstLine(error)}`))
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, 'consent-audit.json'), JSON.stringify(seen, null, 2))
}
