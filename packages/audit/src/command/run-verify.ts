import { verifyEvidence } from '../evidence/verify.ts'
import { usageFault } from './fault.ts'
import { parse } from './parse.ts'
import { publicKeyIn, readInput } from './read-input.ts'

/** Verifies a sealed file, prints what was altered, and returns the exit code. */
export const runVerify = (args: readonly string[]): number => {
  const { values, positionals } = parse(args, { key: { type: 'string' } })
  const [path, more] = positionals
  if (path === undefined || more !== undefined)
    throw usageFault('verify needs one file. Expected consent-audit verify consent-audit.zip.')
  const key = publicKeyIn(values.key)
  const { isIntact, faults, head, signer } = readInput('verify', path, bytes =>
    verifyEvidence(bytes, { key }),
  )
  console.log(isIntact ? `${path} is intact.` : `${path} is not intact.`)
  for (const one of faults) console.log(`- ${one}`)
  if (isIntact) {
    console.log(`SHA-256 of the chain: ${head}`)
    console.log(
      signer
        ? `${key ? 'Signed by the given key' : 'Signed by this key, which is not checked without --key'}:\n${signer.trim()}`
        : 'Not signed: whoever altered the file on purpose could have made new hashes.',
    )
  }
  return isIntact ? 0 : 1
}
