/*
 * Axelrod's tribute model in plain C++, with which bench/tribute.ts compares our engine. The rules are those of `tribute-model` in
 * docs/model.md. `tribute REPLICATIONS YEARS SEED` prints the results of the runs, so that the compiler cannot remove any of their
 * computation, and the seconds of processor time.
 */
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

enum { N = 10, ACTIVATIONS = 3, TENTHS = 10 };
static const double DEMAND = 250, DESTRUCTIVENESS = 0.25, HARVEST = 20;

static double wealth[N];
static int commitment[N][N];
static long fights, payments;

static uint64_t state;

/* xorshift64* (Vigna 2016). */
static uint64_t draw(void) {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return state * UINT64_C(2685821657736338717);
}
static double uniform(void) { return (double)(draw() >> 11) / 9007199254740992.0; }

/* Strength of the leader's side against the other. If member is given, it is set to 1 for each actor on that side. */
static double gather(int leader, int other, int *reached, int *member) {
  double strength = wealth[leader];
  *reached = 0;
  if (member) member[leader] = 1;
  for (int way = 1; way < N; way += N - 2) {
    int i = (leader + way) % N;
    while (i != other && commitment[i][leader] > commitment[i][other]) {
      strength += commitment[i][leader] / 10.0 * wealth[i];
      if (member) member[i] = 1;
      i = (i + way) % N;
    }
    if (i == other) *reached = 1;
  }
  return strength;
}

static void shift(int i, int j, int by) {
  int next = commitment[i][j] + by;
  if (next >= 0 && next <= TENTHS) commitment[i][j] = next;
}

static void fight(int a, int t, double ours, double theirs) {
  int with_a[N] = {0}, with_t[N] = {0}, reached;
  gather(a, t, &reached, with_a);
  gather(t, a, &reached, with_t);
  for (int i = 0; i < N; i++) {
    if (!with_a[i] && !with_t[i]) continue;
    int head = with_a[i] ? a : t;
    double brought = i == head ? wealth[i] : commitment[i][head] / 10.0 * wealth[i];
    double damage = with_a[i] ? DESTRUCTIVENESS * theirs * brought / ours : DESTRUCTIVENESS * ours * brought / theirs;
    wealth[i] = fmax(0, wealth[i] - damage);
  }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      if (i == j || !(with_a[i] || with_t[i]) || !(with_a[j] || with_t[j])) continue;
      shift(i, j, with_a[i] == with_a[j] ? 1 : -1);
    }
  fights++;
}

static void act(int a) {
  double best = 0, best_ours = 0, best_theirs = 0;
  int target = -1;
  for (int t = 0; t < N; t++) {
    int reached, ignored;
    if (t == a) continue;
    double ours = gather(a, t, &reached, NULL);
    if (!reached) continue;
    double theirs = gather(t, a, &ignored, NULL);
    if (ours <= theirs) continue;
    double score = (ours - theirs) / ours * fmin(DEMAND, wealth[t]);
    if (score > best) {
      best = score;
      best_ours = ours;
      best_theirs = theirs;
      target = t;
    }
  }
  if (target < 0) return;
  double asked = fmin(DEMAND, wealth[target]);
  if (DESTRUCTIVENESS * best_ours * wealth[target] / best_theirs < asked) {
    fight(a, target, best_ours, best_theirs);
    return;
  }
  wealth[target] -= asked;
  wealth[a] += asked;
  shift(a, target, 1);
  shift(target, a, 1);
  payments++;
}

int main(int count, char **given) {
  int replications = count > 1 ? atoi(given[1]) : 1000;
  int years = count > 2 ? atoi(given[2]) : 1000;
  state = count > 3 ? strtoull(given[3], NULL, 10) * UINT64_C(0x9e3779b97f4a7c15) + 1 : 1;
  double total = 0;
  for (int replication = 0; replication < replications; replication++) {
    memset(commitment, 0, sizeof commitment);
    for (int i = 0; i < N; i++) {
      commitment[i][i] = TENTHS;
      wealth[i] = 300 + 200 * uniform();
    }
    for (int year = 0; year < years; year++) {
      for (int k = 0; k < ACTIVATIONS; k++) act((int)(uniform() * N));
      for (int i = 0; i < N; i++) wealth[i] += HARVEST;
    }
    for (int i = 0; i < N; i++) total += wealth[i];
  }
  double runs = replications;
  printf("{\"wealth\": %.6f, \"fights\": %.6f, \"payments\": %.6f, \"seconds\": %.6f}\n", total / N / runs,
         (double)fights / runs, (double)payments / runs, (double)clock() / CLOCKS_PER_SEC);
  return 0;
}
