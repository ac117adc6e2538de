// The build replaces `process.env.WAY_IN` with the name of the way in to the SDK: `tag` or `npm`.
// Bundlers of sites replace `process.env.NODE_ENV`, and drop dead branches, only where the expression
// is written out in full.
declare namespace NodeJS {
  interface ProcessEnv {
    readonly NODE_ENV?: string
    readonly WAY_IN?: string
  }
  interface Process {
    env: ProcessEnv
  }
}

declare var process: NodeJS.Process
