#!/usr/bin/env node
import { isFault } from './command/fault.ts'
import { HELP, VERBS } from './command/help.ts'
import { runJudge } from './command/run-judge.ts'
import { runVerify } from './command/run-verify.ts'
import { VERSION } from './version.ts'

/**
 * Runs the verb in the arguments, by default an audit, or prints help or version. Only an audit
 * loads Playwright, and only `sources` the parsers of sources. Returns the exit code.
 */
const run = async (args: readonly string[]): Promise<number> => {
  const [first] = args
  const verb = VERBS.find(one => one === first) ?? 'audit'
  if (args.includes('--help')) console.log(HELP[verb])
  else if (args.includes('--version')) console.log(VERSION)
  else if (verb === 'verify') return runVerify(args.slice(1))
  else if (verb === 'judge') return runJudge(args.slice(1))
  else if (verb === 'sources') {
    const { runSources } = await import('./command/run-sources.ts')
    return runSources(args.slice(1))
  } else {
    const { runAudit } = await import('./command/run-audit.ts')
    return runAudit(args)
  }
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(isFault(error) ? error.message : error)
  process.exitCode = 2
}
