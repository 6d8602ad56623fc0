package io.falcoj.benchmarks.audit;

import io.falcoj.benchmarks.Rules;
import io.falcoj.runtime.bundle.Bundle;

/** Rules as an operator of many tenants has them: the same questions for every namespace. */
final class ManyRules {
  private static final String[] QUESTIONS = {
    "ka.verb = create and ka.target.resource = pods and ka.target.namespace = tenant-%d",
    "ka.target.resource in (secrets, configmaps) and ka.target.namespace = tenant-%d"
        + " and not ka.user.name startswith system:serviceaccount:tenant-%d",
    "ka.user.name = user-%d and ka.verb in (create, update, patch, delete)",
    "ka.uri startswith /apis/rbac.authorization.k8s.io/v1/namespaces/tenant-%d/",
    "ka.req.pod.containers.image.repository intersects (registry.local/tenant-%d/app)"
  };

  private ManyRules() {}

  static Bundle compile(int count) throws Exception {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String question = QUESTIONS[i % QUESTIONS.length].replace("%d", String.valueOf(i));
      yaml.append(RulerSubset.rule("Rule " + i, question));
    }
    return Rules.compile("many.yaml", yaml.toString());
  }
}
