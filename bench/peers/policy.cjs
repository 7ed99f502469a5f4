// Runs the peers of `bench policy`: node policy.cjs <folder with node_modules> <request.json> <answer.json>
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [folder, request, answer] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'index.js'));
const version = name => JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
const rounds = 2;

const micros = times => {
  times.sort((a, b) => a - b);
  const at = share => times[Math.floor(times.length * share)] / 1000;
  return { p50: at(0.5), p99: at(0.99) };
};

// Policies are parsed once beforehand, which is the fastest that Cedar offers here.
function cedar({ policies, contexts }, index) {
  const engine = load('@cedar-policy/cedar-wasm/nodejs');
  const parsed = engine.preparsePolicySet(`set${index}`, { staticPolicies: policies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const call = context => engine.statefulIsAuthorized({
    principal: { type: 'User', id: 'a' }, action: { type: 'Action', id: 'refund' }, resource: { type: 'Payment', id: 'p' },
    context, preparsedPolicySetId: `set${index}`, entities: [],
  });
  // At 10,000 rules one call takes some 15 ms, so that not all requests are asked.
  const rules = Object.keys(policies).length;
  const decisions = contexts.slice(0, Math.max(1000, Math.floor(20_000_000 / rules))).map(context => {
    const { decision, diagnostics } = call(context).response;
    return `${decision} ${[...diagnostics.reason].sort().join(' ')}`;
  });
  const few = Math.max(200, Math.min(contexts.length, Math.floor(2_000_000 / rules)));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const context of contexts.slice(0, few)) {
      const before = process.hrtime.bigint();
      call(context);
      times.push(Number(process.hrtime.bigint() - before));
    }
  }
  return { ...micros(times), decisions };
}

async function feelin(cells) {
  const { unaryTest } = await import(pathToFileURL(path.join(folder, 'node_modules', 'feelin', 'dist', 'index.js')));
  let answers = [];
  const times = [];
  for (let round = 0; round < 10; round++) {
    answers = [];
    for (const cell of cells) {
      for (let value = 0; value < 100; value++) {
        const before = process.hrtime.bigint();
        const met = unaryTest(cell, { '?': value }).value;
        times.push(Number(process.hrtime.bigint() - before));
        answers.push(met);
      }
    }
  }
  return { p50: micros(times).p50, answers };
}

(async () => {
  const { sizes, cells } = JSON.parse(fs.readFileSync(request, 'utf8'));
  const versions = `@cedar-policy/cedar-wasm ${version('@cedar-policy/cedar-wasm')}, feelin ${version('feelin')}, node ${process.version}`;
  fs.writeFileSync(answer, JSON.stringify({ cedar: sizes.map(cedar), feelin: await feelin(cells), versions }));
})();
