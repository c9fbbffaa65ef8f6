// @ts-nocheck It replaces functions of Node by ones that take whatever those take.
// Loaded into every Node process of a test (NODE_OPTIONS=--require): writes each host outside this machine that a
// connection, a name look-up or a datagram goes to, as a line, into the file named by WATCH_CONNECTIONS.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const file = process.env.WATCH_CONNECTIONS;
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::)?$/i;

function note(how, host) {
  if (typeof host !== 'string' || LOCAL.test(host)) return;
  appendFileSync(file, `${how} ${host} ${process.argv.slice(1, 3).join(' ')}\n`);
}

if (file) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    if (typeof first === 'object' && first !== null) {
      if (!first.path) note('connects to', first.host ?? 'localhost');
    } else if (typeof second === 'string') {
      note('connects to', second);
    }
    return connect.apply(this, args);
  };

  for (const owner of [dns, dns.promises]) {
    for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
      const ask = owner[name];
      owner[name] = function (host, ...rest) {
        note('looks up', host);
        return ask.call(this, host, ...rest);
      };
    }
  }

  const send = dgram.Socket.prototype.send;
  dgram.Socket.prototype.send = function (...args) {
    note(
      'sends to',
      args.findLast((arg) => typeof arg === 'string'),
    );
    return send.apply(this, args);
  };
}
