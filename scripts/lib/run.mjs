// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a program with its output in this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] Variables in addition to this process's.
 * @param {boolean} [isAside] Whether to write the output only after the program has ended, because
 *   another program writes at the same time.
 * @returns {Promise<number>} The program's exit code; 127 if the program does not exist.
 */
export const run = (command, args, environment = {}, isAside = false) =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: isAside ? 'pipe' : 'inherit',
      env: { ...process.env, ...environment },
    })
    /** @type {Buffer[]} */
    const output = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => output.push(part))
    child.on('error', () => resolve(127))
    child.on('close', code => {
      process.stdout.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
