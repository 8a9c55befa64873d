import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { searchPath } from '../../scripts/clusters.mjs';

// A Slurm of its own, with a controller and some nodes, all on this machine. Nothing of it is seen from outside, and nothing stays.

export interface LocalSlurm {
  /** For whoever calls sbatch and the like. */
  env: NodeJS.ProcessEnv;
  /** Runs a command of Slurm. */
  ask(command: string, ...args: string[]): string;
  /** Processes of tasks on a node, by number. */
  tasksOn(node: string): number[];
  /** A node as if the power went: its daemon, what watches over its tasks, and the tasks. */
  lose(node: string): void;
  close(): void;
}

export async function openLocalSlurm(nodes: readonly string[], maxArraySize: number): Promise<LocalSlurm> {
  const dir = mkdtempSync(join(tmpdir(), 'foedus-slurm-'));
  const at = (name: string): string => join(dir, name);
  const ports = await freePorts(nodes.length + 1);
  for (const name of ['state', ...nodes.map((node) => `spool-${node}`)]) mkdirSync(at(name));
  writeFileSync(at('slurm.conf'), configuration(dir, nodes, ports, maxArraySize));
  // None of its plugins of cgroups is used here, but one has to be named that this machine may have.
  writeFileSync(at('cgroup.conf'), 'CgroupPlugin=cgroup/v1\n');
  const env = { ...process.env, PATH: searchPath, SLURM_CONF: at('slurm.conf') };
  const daemons = new Map<string, ChildProcess>();
  const start = (name: string, command: string, ...args: string[]): void => {
    const log = openSync(at(`${name}.log`), 'a');
    daemons.set(name, spawn(command, ['-D', '-f', at('slurm.conf'), ...args], { env, stdio: ['ignore', log, log] }));
  };
  const ask = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const kill = (pids: readonly number[]): void => {
    for (const pid of pids)
      try {
        process.kill(pid, 'SIGKILL');
      } catch {} // it has ended by itself
  };
  const tasksOn = (node: string): number[] => processesWith(`SLURM_CONF=${env.SLURM_CONF}`, `SLURMD_NODENAME=${node}`);
  const slurm: LocalSlurm = {
    env,
    ask,
    tasksOn,
    lose(node) {
      daemons.get(node)?.kill('SIGKILL');
      kill(tasksOn(node).flatMap((pid) => [watcherOf(pid), pid]));
    },
    close() {
      process.off('exit', slurm.close);
      for (const daemon of daemons.values()) daemon.kill('SIGKILL');
      kill(processesWith(`SLURM_CONF=${env.SLURM_CONF}`));
      rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
  // Also where a test did not come to its end.
  process.once('exit', slurm.close);
  start('controller', 'slurmctld');
  for (const node of nodes) start(node, 'slurmd', '-N', node);
  for (;;) {
    const ended = [...daemons].find(([, { exitCode }]) => exitCode !== null);
    if (ended) throw new Error(`${ended[0]} ended: ${readFileSync(at(`${ended[0]}.log`), 'utf8').slice(-2_000)}`);
    if (idleNodes(ask) === nodes.length) return slurm;
    await pause(100);
  }
}

function idleNodes(ask: LocalSlurm['ask']): number {
  try {
    return ask('sinfo', '--noheader', '--Node', '--states=idle', '--format=%N').trim().split('\n').filter(Boolean)
      .length;
  } catch {
    return 0; // the controller does not answer yet
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
}

const configuration = (dir: string, nodes: readonly string[], ports: readonly number[], maxArraySize: number): string =>
  `${[
    'ClusterName=foedus',
    'SlurmctldHost=localhost(127.0.0.1)',
    `SlurmUser=${userInfo().username}`,
    `SlurmdUser=${userInfo().username}`,
    'AuthType=auth/none',
    'CredType=cred/none',
    // A task that is put back into the queue waits for so long.
    'AuthInfo=cred_expire=5',
    `SlurmctldPort=${ports[0]}`,
    'CommunicationParameters=NoInAddrAny,NoCtldInAddrAny',
    `SlurmctldPidFile=${dir}/controller.pid`,
    `SlurmdPidFile=${dir}/%n.pid`,
    `StateSaveLocation=${dir}/state`,
    `SlurmdSpoolDir=${dir}/spool-%n`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'MpiDefault=none',
    'SwitchType=switch/none',
    'JobAcctGatherType=jobacct_gather/none',
    'AccountingStorageType=accounting_storage/none',
    'SchedulerType=sched/backfill',
    'SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1,sched_min_interval=0',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    'SlurmdParameters=config_overrides',
    'ReturnToService=2',
    // A node that does not answer for so long is down.
    'SlurmdTimeout=5',
    'MessageTimeout=5',
    'KillWait=3',
    'MinJobAge=600',
    `MaxArraySize=${maxArraySize}`,
    'JobRequeue=1',
    'RequeueExit=75',
    ...nodes.map(
      (node, k) =>
        `NodeName=${node} NodeHostname=localhost NodeAddr=127.0.0.1 Port=${ports[k + 1]} CPUs=1 RealMemory=100`,
    ),
    'PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
  ].join('\n')}\n`;

/** Processes that have all of these in their environment. */
function processesWith(...settings: readonly string[]): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const environment = readFileSync(`/proc/${name}/environ`, 'latin1').split(/[\0\s]/);
      return settings.every((setting) => environment.includes(setting)) ? [Number(name)] : [];
    } catch {
      return []; // it has ended, or is somebody else's
    }
  });
}

/** The process that started a task: Slurm's own. */
const watcherOf = (pid: number): number => Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1]);
