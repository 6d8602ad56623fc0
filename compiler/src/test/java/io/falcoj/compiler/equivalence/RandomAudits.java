package io.falcoj.compiler.equivalence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Audit events made from numbers: equal numbers give equal events. */
final class RandomAudits {
  private RandomAudits() {}

  /** The event of that number at a place in time. */
  static byte[] event(int number, int at) {
    return document(number, at).getBytes(StandardCharsets.UTF_8);
  }

  private static String document(int number, int at) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    String stage = one(random, "ResponseComplete", "ResponseStarted");
    String resource = one(random, "pods", "configmaps", "clusterroles", "secrets");
    String head =
        """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","stage":"%s",\
        "auditID":"a-%d","verb":"%s","requestURI":"/api/v1/namespaces/%s/%s?container=c&x=1",\
        "user":{"username":"%s","groups":["system:masters","%s"]},"sourceIPs":["10.0.0.%d","::1"],\
        "userAgent":"kubectl/v1","stageTimestamp":"2024-01-01T00:00:%02d.%06dZ",\
        "objectRef":{"resource":"%s","namespace":"%s","name":"%s"},\
        "responseStatus":{"code":%d},"annotations":{"authorization.k8s.io/decision":"allow"}\
        """
            .formatted(
                stage,
                at,
                one(random, "create", "get", "delete", "update"),
                "default",
                resource,
                one(random, "admin", "system:serviceaccount:kube-system:x", "Bob"),
                one(random, "devs", "system:authenticated"),
                random.nextInt(4),
                at % 60,
                at,
                resource,
                one(random, "default", "kube-system"),
                one(random, "web", "db"),
                random.nextInt(2) == 0 ? 201 : 403);
    return head + (random.nextInt(4) == 0 ? "}" : ",\"requestObject\":" + object(random) + "}");
  }

  private static String object(Random random) {
    return """
        {"metadata":{"name":"%s","labels":{"app":"web"}},\
        "data":{"k":"aws_access_key_id=x"},\
        "rules":[{"verbs":["%s","*"],"resources":["pods","secrets"],"apiGroups":[""]}],\
        "subjects":[{"kind":"User","name":"system:anonymous"}],"roleRef":{"name":"cluster-admin"},\
        "spec":{"hostNetwork":%b,"volumes":[{"hostPath":{"path":"%s"}},{"name":"v","emptyDir":{}}],\
        "containers":[{"image":"%s","name":"c","args":["-c","id"],\
        "securityContext":{"privileged":%b,"runAsUser":%d},"ports":[{"hostPort":%d}]},\
        {"image":"nginx","name":"d"}]}}\
        """
        .formatted(
            one(random, "web", "db"),
            one(random, "get", "list", "create"),
            random.nextBoolean(),
            one(random, "/etc", "/proc", "/var/run"),
            one(random, "docker.io/nginx:1.27", "evil/miner:latest", "a/b@sha256:0123"),
            random.nextBoolean(),
            random.nextInt(3),
            random.nextInt(2) * 80);
  }

  private static String one(Random random, String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
