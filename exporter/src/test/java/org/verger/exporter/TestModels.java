package org.verger.exporter;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Models with one element of every kind that is projected. */
final class TestModels {

  private TestModels() {}

  /** A short wait, a job, a call task with a deadline, and a called process. */
  static BpmnModelInstance visit() {
    return Bpmn.createExecutableProcess("visit")
        .startEvent("StartEvent_Planned")
        .message("visit-planned")
        .intermediateCatchEvent("Event_Soon", event -> event.timerWithDuration("PT0.1S"))
        .serviceTask("Task_Prepare", task -> task.zeebeJobType("prepare").zeebeJobRetries("1"))
        .userTask(
            "Task_Call",
            task ->
                task.zeebeUserTask()
                    .zeebeCandidateGroupsExpression("groups")
                    .zeebeDueDateExpression("dueAt"))
        .boundaryEvent("Event_Late", event -> event.timerWithDateExpression("lateAt"))
        .endEvent("EndEvent_Late")
        .moveToActivity("Task_Call")
        .callActivity(
            "Task_Report",
            call -> call.zeebeProcessId("report").zeebePropagateAllParentVariables(false))
        .endEvent("EndEvent_Visited")
        .done();
  }

  /** Called without variables, so that it does not say itself whom it belongs to. */
  static BpmnModelInstance report() {
    return Bpmn.createExecutableProcess("report")
        .startEvent("StartEvent_Report")
        .userTask("Task_WriteReport", task -> task.zeebeUserTask())
        .endEvent("EndEvent_Written")
        .done();
  }

  /** One job between start and end. */
  static BpmnModelInstance errand() {
    return Bpmn.createExecutableProcess("errand")
        .startEvent("StartEvent_Asked")
        .message("errand-asked")
        .serviceTask("Task_Run", task -> task.zeebeJobType("run"))
        .endEvent("EndEvent_Done")
        .done();
  }
}
