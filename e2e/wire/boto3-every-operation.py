"""Sends the requests on standard input, a list of operations with their inputs, to a server by boto3; prints what was answered."""

import json
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

appflow = boto3.client(
    "appflow",
    endpoint_url=os.environ["SLUICE_URL"],
    region_name=os.environ["AWS_REGION"],
    config=Config(retries={"total_max_attempts": 1}),
)


def snake_case(name):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def send(operation, parameters):
    try:
        answer = getattr(appflow, snake_case(operation))(**parameters)
        return answer["ResponseMetadata"]["HTTPStatusCode"]
    except ClientError as error:
        return error.response["Error"]["Code"]


json.dump([send(each["operation"], each["input"]) for each in json.load(sys.stdin)], sys.stdout)
