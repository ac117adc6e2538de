// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a program in this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] In addition to this process's.
 * @returns {Promise<number>} Its exit code; 127 where there is no such program.
 */
export const run = (command, args, environment = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.on('error', () => resolve(127))
    child.on('close', code => resolve(code ?? 1))
  })
