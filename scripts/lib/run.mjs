// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a program.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] Variables in addition to this process's.
 * @param {'at-once' | 'at-end' | 'after-failure'} [output] When to write the program's output to
 *   this terminal: `at-end` if another program writes at the same time, `after-failure` only if the
 *   exit code is not 0.
 * @returns {Promise<number>} The program's exit code; 127 if the program does not exist.
 */
export const run = (command, args, environment = {}, output = 'at-once') =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: output === 'at-once' ? 'inherit' : 'pipe',
      env: { ...process.env, ...environment },
    })
    /** @type {Buffer[]} */
    const written = []
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', part => written.push(part))
    child.on('error', () => resolve(127))
    child.on('close', code => {
      if (output === 'at-end' || code !== 0) process.stdout.write(Buffer.concat(written))
      resolve(code ?? 1)
    })
  })
