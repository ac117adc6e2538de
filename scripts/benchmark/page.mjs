// @ts-check
// Runs in the page: puts the workloads where the script finds them.

import * as workloads from './workloads.mjs'

Object.assign(window, { workloads })
