// Loaded before a program (`node --require`): whatever opens a connection, looks up a name, listens, or starts another program is
// written to the file of ZHISHENG_NETWORK_LOG and refused.
'use strict';
const { appendFileSync } = require('node:fs');

const LOG = process.env.ZHISHENG_NETWORK_LOG;

function forbid(holder, names, what) {
  for (const name of names) {
    if (typeof holder[name] !== 'function') continue;
    holder[name] = () => {
      appendFileSync(LOG, `${what}.${name}\n`);
      throw new Error(`${what}.${name} is forbidden here`);
    };
  }
}

const net = require('node:net');
forbid(net.Socket.prototype, ['connect'], 'net.Socket');
forbid(net.Server.prototype, ['listen'], 'net.Server');
const dgram = require('node:dgram');
forbid(dgram.Socket.prototype, ['bind', 'connect', 'send'], 'dgram.Socket');
const dns = require('node:dns');
const names = (holder) => Object.keys(holder).filter((name) => /^(lookup|resolve|reverse)/.test(name));
forbid(dns, names(dns), 'dns');
forbid(dns.promises, names(dns.promises), 'dns.promises');
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');
const programs = require('node:child_process');
forbid(programs, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], 'child_process');
require('node:module').syncBuiltinESMExports();
