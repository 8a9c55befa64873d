import { Job } from 'kubernetes-models/batch/v1';
import { describe, expect, it } from 'vitest';
import { kubernetesManifest } from '../../../formats/jobs/kubernetes-manifest.ts';
import { jobs } from './jobs.ts';

describe('the manifest for Kubernetes', () => {
  it('is what the schema of a Job asks for', () => {
    const { items } = kubernetesManifest(jobs({ tasks: 10 }));
    expect(items).toHaveLength(4);
    for (const item of items) expect(() => new Job(item).validate()).not.toThrow();
  });

  it('would be refused with a wrong type or without what is required', () => {
    const [item] = kubernetesManifest(jobs()).items;
    expect(() => new Job({ ...item!, spec: { ...item!.spec!, completions: '25' as never } }).validate()).toThrow();
    expect(() => new Job({ ...item!, spec: { completions: 25 } as never }).validate()).toThrow();
  });

  it('never tries a refused shard again, and another one five times', () => {
    const { spec } = kubernetesManifest(jobs()).items[0]!;
    expect(spec).toMatchObject({ completionMode: 'Indexed', completions: 25, backoffLimitPerIndex: 4 });
    expect(spec!.podFailurePolicy!.rules).toContainEqual({
      action: 'FailIndex',
      onExitCodes: { containerName: spec!.template.spec!.containers[0]!.name, operator: 'In', values: [2] },
    });
    // Without it Kubernetes refuses a policy for failures.
    expect(spec!.template.spec!.restartPolicy).toBe('Never');
  });
});
