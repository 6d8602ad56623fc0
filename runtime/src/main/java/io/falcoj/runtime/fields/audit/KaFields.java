package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/** {@code ka.*}: who asked for what, and what the answer was. */
public final class KaFields {
  private static final KaPath AUDIT_ID = KaPath.of("auditID");
  private static final KaPath STAGE = KaPath.of("stage");
  private static final KaPath AUTH_DECISION =
      KaPath.of("annotations", "authorization.k8s.io/decision");
  private static final KaPath AUTH_REASON = KaPath.of("annotations", "authorization.k8s.io/reason");
  private static final KaPath AUTH_OPENSHIFT_DECISION =
      KaPath.of("annotations", "authentication.openshift.io/decision");
  private static final KaPath VALIDATION_FAILURE =
      KaPath.of("annotations", "validation.policy.admission.k8s.io/validation_failure");
  private static final KaPath POD_VIOLATIONS =
      KaPath.of("annotations", "pod-security.kubernetes.io/audit-violations");
  private static final KaPath AUTH_OPENSHIFT_USERNAME =
      KaPath.of("annotations", "authentication.openshift.io/username");
  private static final KaPath USER_NAME = KaPath.of("user", "username");
  private static final KaPath USER_GROUPS = KaPath.of("user", "groups");
  private static final KaPath IMPUSER_NAME = KaPath.of("impersonatedUser", "username");
  private static final KaPath VERB = KaPath.of("verb");
  private static final KaPath URI = KaPath.of("requestURI");
  private static final KaPath TARGET_NAME = KaPath.of("objectRef", "name");
  private static final KaPath TARGET_NAMESPACE = KaPath.of("objectRef", "namespace");
  private static final KaPath TARGET_RESOURCE = KaPath.of("objectRef", "resource");
  private static final KaPath TARGET_SUBRESOURCE = KaPath.of("objectRef", "subresource");
  private static final KaPath RESP_NAME = KaPath.of("responseObject", "metadata", "name");
  private static final KaPath RESPONSE_CODE = KaPath.of("responseStatus", "code");
  private static final KaPath RESPONSE_REASON = KaPath.of("responseStatus", "reason");
  private static final KaPath USER_AGENT = KaPath.of("userAgent");
  private static final KaPath SOURCE_IPS = KaPath.of("sourceIPs");
  private static final KaPath CLUSTER_NAME = KaPath.of("annotations", "cluster_name");
  private static final ByteSlice PODS = ByteSlice.of("pods");

  private KaFields() {}

  public static @Nullable ByteSlice auditId(MatchContext ctx) {
    return AUDIT_ID.text(ctx);
  }

  public static @Nullable ByteSlice stage(MatchContext ctx) {
    return STAGE.text(ctx);
  }

  public static @Nullable ByteSlice authDecision(MatchContext ctx) {
    return AUTH_DECISION.text(ctx);
  }

  public static @Nullable ByteSlice authReason(MatchContext ctx) {
    return AUTH_REASON.text(ctx);
  }

  public static @Nullable ByteSlice authOpenshiftDecision(MatchContext ctx) {
    return AUTH_OPENSHIFT_DECISION.text(ctx);
  }

  public static @Nullable ByteSlice validationFailure(MatchContext ctx) {
    return VALIDATION_FAILURE.text(ctx);
  }

  public static @Nullable ByteSlice podViolations(MatchContext ctx) {
    return POD_VIOLATIONS.text(ctx);
  }

  public static @Nullable ByteSlice authOpenshiftUsername(MatchContext ctx) {
    return AUTH_OPENSHIFT_USERNAME.text(ctx);
  }

  public static @Nullable ByteSlice userName(MatchContext ctx) {
    return USER_NAME.text(ctx);
  }

  public static @Nullable ValueList userGroups(MatchContext ctx) {
    return USER_GROUPS.texts(ctx);
  }

  public static @Nullable ByteSlice impuserName(MatchContext ctx) {
    return IMPUSER_NAME.text(ctx);
  }

  public static @Nullable ByteSlice verb(MatchContext ctx) {
    return VERB.text(ctx);
  }

  public static @Nullable ByteSlice uri(MatchContext ctx) {
    return URI.text(ctx);
  }

  public static @Nullable ByteSlice targetName(MatchContext ctx) {
    return TARGET_NAME.text(ctx);
  }

  public static @Nullable ByteSlice targetNamespace(MatchContext ctx) {
    return TARGET_NAMESPACE.text(ctx);
  }

  public static @Nullable ByteSlice targetResource(MatchContext ctx) {
    return TARGET_RESOURCE.text(ctx);
  }

  public static @Nullable ByteSlice targetSubresource(MatchContext ctx) {
    return TARGET_SUBRESOURCE.text(ctx);
  }

  public static @Nullable ByteSlice respName(MatchContext ctx) {
    return RESP_NAME.text(ctx);
  }

  public static @Nullable ByteSlice responseCode(MatchContext ctx) {
    return RESPONSE_CODE.text(ctx);
  }

  public static @Nullable ByteSlice responseReason(MatchContext ctx) {
    return RESPONSE_REASON.text(ctx);
  }

  public static @Nullable ByteSlice userAgent(MatchContext ctx) {
    return USER_AGENT.text(ctx);
  }

  public static @Nullable ValueList sourceIps(MatchContext ctx) {
    return SOURCE_IPS.element(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList sourceIps(MatchContext ctx, int index) {
    return SOURCE_IPS.element(ctx, index);
  }

  public static @Nullable ByteSlice clusterName(MatchContext ctx) {
    return CLUSTER_NAME.text(ctx);
  }

  /** The first value of a query parameter. */
  public static @Nullable ByteSlice uriParam(MatchContext ctx, ByteSlice name) {
    ByteSlice uri = URI.text(ctx);
    return uri == null ? null : KaQuery.parameter(uri, name, ctx.text(), ctx.slice(), ctx.slice());
  }

  /** The name in the response when the request is about a pod and not about a part of it. */
  public static @Nullable ByteSlice targetPodName(MatchContext ctx) {
    TARGET_SUBRESOURCE.document(ctx);
    RESP_NAME.document(ctx);
    JsonDocument doc = TARGET_RESOURCE.document(ctx);
    int resource = TARGET_RESOURCE.find(doc);
    int part = TARGET_SUBRESOURCE.find(doc);
    ByteSlice kind = doc.is(resource, JsonKind.STRING) ? AuditText.of(ctx, doc, resource) : null;
    if (kind == null || !kind.contentEquals(PODS)) {
      return null;
    }
    if (doc.is(part, JsonKind.STRING) && doc.end(part) - doc.start(part) > 2) {
      return null;
    }
    return RESP_NAME.text(ctx);
  }
}
