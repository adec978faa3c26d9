import os from 'node:os';
import process from 'node:process';

/** What figures were measured on. */
export interface MachineFigures {
  cores: number;
  memoryBytes: number;
  platform: string;
  node: string;
}

export function describeMachine(): MachineFigures {
  return {
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    platform: `${os.platform()} ${os.arch()}`,
    node: process.versions.node,
  };
}
