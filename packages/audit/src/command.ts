#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from './audit.ts'
import { readInventory } from './inventory/read-inventory.ts'
import { exitCodeOf } from './judge/exit-code-of.ts'
import { judge } from './judge/judge.ts'
import { optionsOf } from './options-of.ts'
import { firstLine } from './play/stop-phase.ts'
import { toHtml } from './report/to-html.ts'
import { toJson } from './report/to-json.ts'
import { toTerminal } from './report/to-terminal.ts'

/** Prints a sentence and ends the command with code 2, before a phase is played. */
const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

/** Reads an inventory from a file. Ends the command if the file is invalid. */
const inventoryIn = (path: string) => {
  try {
    return readInventory(readFileSync(path, 'utf8'))
  } catch (error) {
    return refuse(`--inventory ${path}: ${firstLine(error)}`)
  }
}

const parsed = optionsOf(process.argv.slice(2))
if ('fault' in parsed) refuse(`${parsed.fault} Help: consent-audit --help`)
else if ('text' in parsed) console.log(parsed.text)
else {
  const { output, language, inventory: file, ...options } = parsed
  const inventory = file === undefined ? undefined : inventoryIn(file)
  try {
    mkdirSync(output, { recursive: true })
  } catch (error) {
    refuse(`--output ${output}: ${firstLine(error)}`)
  }
  const seen = await audit({
    ...options,
    onProgress: ({ url, phase, position, total }) =>
      console.error(`${position}/${total} ${url} ${phase}`),
  }).catch(error => refuse(`The browser could not be started: ${firstLine(error)}`))
  const verdict = judge(seen, inventory)
  const html = join(output, 'consent-audit.html')
  writeFileSync(html, toHtml(verdict, language))
  writeFileSync(join(output, 'consent-audit.json'), toJson(verdict))
  console.log(toTerminal(verdict))
  console.error(`The report is in ${html}`)
  process.exitCode = exitCodeOf(verdict)
}
