// @ts-check
// Runs in the page: defines the workloads as a global for the benchmark.

import * as workloads from './workloads.mjs'

Object.assign(window, { workloads })
